import NoticeModel

/// Words that give a clause its modality, or that only look like it.
struct Cue: Sendable {
    /// The words.
    let phrase: Phrase

    /// What a clause with them does; `nil` for words that only look like a cue, such as 禁止性 and 应对.
    let kind: Norm.Kind?

    /// Whether the words are a modal: 不得, 应当, 可以.
    let isModal: Bool

    /// Why a reading that rests on the words isn't sure, or `nil` where it is.
    let doubt: String?

    /// Scalars that may not stand right before the words: 供 before 应.
    let notAfter: Set<UInt32>

    /// Scalars that may not stand right behind the words: 求 behind 要.
    let notBefore: Set<UInt32>

    init(
        _ phrase: String,
        _ kind: Norm.Kind?,
        isModal: Bool = false,
        doubt: String? = nil,
        notAfter: String = "",
        notBefore: String = ""
    ) {
        self.phrase = Phrase(phrase)
        self.kind = kind
        self.isModal = isModal
        self.doubt = doubt
        self.notAfter = Set(notAfter.unicodeScalars.map { GrammarFold.folded($0.value) })
        self.notBefore = Set(notBefore.unicodeScalars.map { GrammarFold.folded($0.value) })
    }
}

/// A cue where it stands in a line.
struct CueMatch: Sendable {
    let cue: Cue
    let kind: Norm.Kind
    /// The scalars of the cue.
    let range: Range<Int>
}

/// The cues of one language.
struct CueTable: Sendable {
    private let byFirst: [UInt32: [Cue]]
    private let needsWordEdges: Bool

    init(_ cues: [Cue], needsWordEdges: Bool) {
        byFirst = Dictionary(grouping: cues) { $0.phrase.scalars.first ?? 0 }
            .mapValues { $0.sorted { $0.phrase.count > $1.phrase.count } }
        self.needsWordEdges = needsWordEdges
    }

    /// The cues in `range` of `line`, in reading order; what `shelter` holds, such as quotations, is passed over.
    func matches(in line: Line, _ range: Range<Int>, outside shelter: Shelter) -> [CueMatch] {
        var found: [CueMatch] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard let cue = cue(in: line, at: index), index + cue.phrase.count <= range.upperBound,
                !shelter.contains(index)
            else {
                index += 1
                continue
            }
            let end = index + cue.phrase.count
            if let kind = cue.kind { found.append(CueMatch(cue: cue, kind: kind, range: index..<end)) }
            index = end
        }
        return found
    }

    /// The first modal in `range`: 不得, 应当, shall.
    func firstStrong(in line: Line, _ range: Range<Int>) -> Range<Int>? {
        matches(in: line, range, outside: Shelter(line, range)).first { $0.cue.isModal }?.range
    }

    /// Whether `range` says what is in force, void or repealed, which no title does.
    func setsForce(_ line: Line, _ range: Range<Int>) -> Bool {
        matches(in: line, range, outside: Shelter(line, range)).contains {
            [.entryIntoForce, .repeal, .civilEffect].contains($0.kind)
        }
    }

    private func cue(in line: Line, at index: Int) -> Cue? {
        guard let cues = byFirst[line[index]] else { return nil }
        return cues.first { cue in
            guard line.has(cue.phrase, at: index) else { return false }
            let before = line.at(index - 1)
            let after = line.at(index + cue.phrase.count)
            if needsWordEdges, Line.isLatin(before) || Line.isLatin(after) { return false }
            return !cue.notAfter.contains(before) && !cue.notBefore.contains(after)
        }
    }
}

extension Norm.Kind {
    /// Which of two cues in one clause gives it its kind: the lower comes first.
    var precedence: Int {
        switch self {
        case .repeal: 0
        case .entryIntoForce: 1
        case .prohibition: 2
        case .exemption: 3
        case .penalty: 4
        case .civilEffect: 5
        case .definition: 6
        case .obligation: 7
        case .permission: 8
        case .statement: 9
        }
    }
}

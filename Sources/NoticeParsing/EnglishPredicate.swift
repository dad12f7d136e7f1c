/// Splits an English predicate into action and object; ``NormAnatomy`` says what these are.
struct EnglishPredicate {
    /// What is done.
    private(set) var action: Range<Int>?

    /// What it is done to.
    private(set) var object: Range<Int>?

    /// The members of a list in the object, or of a choice between predicates.
    private(set) var items: [Range<Int>] = []

    private let line: Line

    /// Splits `range`, which holds the predicate behind its modal.
    init(_ line: Line, _ range: Range<Int>) {
        self.line = line
        let whole = line.withoutStop(range)
        guard !whole.isEmpty else { return }
        action = whole
        guard let end = verbEnd(whole) else { return }
        if let second = secondPredicate(in: whole, after: end) {
            if line.has("or ", at: second) {
                items = [line.withoutStop(whole.lowerBound..<second), line.trimmed((second + 3)..<whole.upperBound)]
            }
            return
        }
        var start = end
        // An inserted phrase: "promptly close, in accordance with the law, websites".
        if line.at(start) == 0x2C, line.has(" in accordance with the law,", at: start + 1) { start += 29 }
        let rest = line.trimmed(min(start, whole.upperBound)..<whole.upperBound)
        guard !rest.isEmpty else { return }
        if Self.adjuncts.startsWith(line, rest.lowerBound) { return }
        action = line.trimmed(whole.lowerBound..<end)
        object = rest
        items = EnglishList(line, rest).items
    }

    /// Behind the verb, the verbs joined to it, and the particle that belongs to it.
    private func verbEnd(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        for phrase in Self.phrasal where line.has(phrase, at: afterAdverbs(index)) {
            return afterAdverbs(index) + phrase.count
        }
        index = afterAdverbs(index)
        let first = line.word(at: index)
        guard first.count > 1 else { return nil }
        var end = first.upperBound
        if line.has("continue to ", at: index) || line.has("continues to ", at: index) {
            end = line.word(at: (line.first(" to ", in: index..<range.upperBound)?.upperBound ?? end)).upperBound
        }
        while line.has(" and ", at: end) {
            let next = afterAdverbs(end + 5)
            guard EnglishVerbs.isVerb(line, at: next) || EnglishVerbs.isGerund(line, next..<range.upperBound) else {
                break
            }
            end = line.word(at: next).upperBound
            for phrase in Self.phrasal where line.has(phrase, at: next) { end = next + phrase.count }
        }
        for particle in Self.particles where line.has(particle, at: end) { return end + particle.count }
        return end
    }

    private func afterAdverbs(_ index: Int) -> Int {
        var index = index
        while true {
            let word = line.word(at: index)
            guard word.count > 3, line.has("ly", at: word.upperBound - 2), !line.has("apply", at: word.lowerBound),
                !line.has("supply", at: word.lowerBound), !line.has("comply", at: word.lowerBound),
                line.at(word.upperBound) == 0x20
            else { return index }
            index = word.upperBound + 1
        }
    }

    /// Where a second predicate begins: ", strengthen …", " and report …", " or include …".
    private func secondPredicate(in range: Range<Int>, after end: Int) -> Int? {
        let isGerund = EnglishVerbs.isGerund(line, afterAdverbs(range.lowerBound)..<range.upperBound)
        let shelter = Shelter(line, range)
        var index = end
        while index < range.upperBound {
            guard !shelter.contains(index), let joint = Self.joints.longest(in: line, at: index) else {
                index += 1
                continue
            }
            let start = index + joint.count
            let verb = afterAdverbs(line.has("overall ", at: start) ? start + 8 : start)
            let isVerb =
                isGerund ? EnglishVerbs.isGerund(line, verb..<range.upperBound) : EnglishVerbs.isVerb(line, at: verb)
            if isVerb || line.has(", promptly ", at: index) {
                return line.has("or ", at: start - 3) ? start - 3 : start
            }
            index = start
        }
        return nil
    }

    private static let joints: PhraseSet = [", and ", ", or ", " and ", " or ", ", ", ", but "]
    private static let particles: [Phrase] = [" in ", " with ", " on ", " for "]
    private static let phrasal: [Phrase] = [
        "give full play to", "make full use of", "crack down on", "deal with", "take part in", "engage in",
        "comply with", "participate in",
    ]
    private static let adjuncts: PhraseSet = ["to ", "so ", "in accordance", "according to", "for processing"]
}

/// Reads who an English clause is about.
enum EnglishSubject {
    /// Those who must act, in `subject`, which stands before the modal; empty where it names nobody who can.
    static func bearers(_ line: Line, _ subject: Range<Int>?) -> [Range<Int>] {
        guard var subject, subject.count >= 3 else { return [] }
        guard !isPronoun(line, subject) else { return [] }
        // The registered names of A: those who register are meant.
        if let of = properties.first(in: line, subject), of.lowerBound <= subject.lowerBound + 40,
            let place = line.first(" of ", in: of)
        {
            subject = line.trimmed(place.upperBound..<subject.upperBound)
        }
        for property: Phrase in [" registrations", " registration names", " names", " business scopes"]
        where property.count < subject.count && line.has(property, at: subject.upperBound - property.count) {
            subject = subject.lowerBound..<(subject.upperBound - property.count)
        }
        let words = line.text(withoutBrackets(line, subject)).split(whereSeparator: { $0 == " " || $0 == "," })
            .map { $0.lowercased() }
        guard let first = words.first, !first.hasSuffix("ing") || nouns.contains(first) else { return [] }
        // The noun that the rest hangs on: the one before the first preposition.
        let end = words.indices.dropFirst().first { prepositions.contains(words[$0]) } ?? words.count
        let heads = words[..<end]
        return heads.contains { word in actors.contains { word.hasPrefix($0) } } ? [subject] : []
    }

    /// Whether `subject` only points back.
    static func isPronoun(_ line: Line, _ subject: Range<Int>) -> Bool {
        ["they", "it", "he", "she"].contains(line.text(line.trimmed(subject)).lowercased())
    }

    /// Where a participle begins that says what the actors before it do: institutions providing ….
    static func participle(_ line: Line, _ subject: Range<Int>) -> Int? {
        var index = subject.lowerBound
        var hasActor = false
        while index < subject.upperBound {
            if line[index] == 0x28, let close = (index..<subject.upperBound).first(where: { line[$0] == 0x29 }) {
                index = close
            }
            let word = line.word(at: index)
            guard !word.isEmpty else {
                index += 1
                continue
            }
            let text = line.text(word).lowercased()
            if hasActor, text.hasSuffix("ing"), text.count > 5, !nouns.contains(text) { return word.lowerBound }
            if text != "and", text != "of" { hasActor = actors.contains { text.hasPrefix($0) } || hasActor }
            index = word.upperBound + 1
        }
        return nil
    }

    /// Who acts in "If any unit or individual invests …".
    static func afterIf(_ line: Line, _ opening: Range<Int>) -> Range<Int>? {
        var index = line.word(at: opening.lowerBound).upperBound + 1
        let start = index
        var end: Int?
        while index < opening.upperBound {
            let word = line.word(at: index)
            guard !word.isEmpty else {
                index += 1
                continue
            }
            let text = line.text(word).lowercased()
            if actors.contains(where: { text.hasPrefix($0) }) {
                end = word.upperBound
            } else if end != nil, text != "or", text != "and", text != "natural", text != "unincorporated",
                text != "legal"
            {
                break
            } else if end == nil, index > start + 60 {
                return nil
            }
            index = word.upperBound + 1
        }
        return end.map { start..<$0 }
    }

    private static func withoutBrackets(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, line[last] == 0x29, let open = range.last(where: { line[$0] == 0x28 }) else {
            return range
        }
        return line.trimmed(range.lowerBound..<open)
    }

    private static let properties: PhraseSet = [
        "names and business scopes of ", "names of ", "business scopes of ", "name of ", "business scope of ",
    ]
    private static let nouns: Set<String> = [
        "banking", "clearing", "mining", "existing", "leading", "accounting", "financing", "operating", "trading",
        "listing",
    ]
    private static let prepositions: Set<String> = [
        "of", "at", "for", "in", "to", "with", "that", "under", "who", "which",
    ]

    /// The beginnings of nouns that name someone who can act.
    static let actors = [
        "institution", "enterprise", "compan", "unit", "individual", "entit", "department", "government", "bank",
        "commission", "association", "region", "authorit", "organization", "organisation", "person", "business",
        "court", "provider", "intermediar", "subsidiar", "branch", "ministry", "administration", "platform",
        "exchange", "operator", "regulator", "agenc", "staff", "citizen", "member", "applicant", "issuer", "party",
        "parties", "employee", "shareholder", "council", "bureau", "processor", "undertaking", "firm", "importer",
    ]
}

extension Line {
    /// The Latin word at `index`, with hyphens and apostrophes; empty where none stands there.
    func word(at index: Int) -> Range<Int> {
        var end = index
        while end < count, Self.isLatin(scalars[end]) || end > index && [0x2D, 0x27, 0x2019].contains(scalars[end]) {
            end += 1
        }
        return min(index, end)..<end
    }
}

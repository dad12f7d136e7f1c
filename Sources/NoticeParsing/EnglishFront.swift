/// What stands before an English predicate: an opening phrase, the subject, and those together with whom it acts.
struct EnglishFront {
    /// A phrase that opens the sentence: Without …, If …, In accordance with ….
    private(set) var opening: Range<Int>?

    /// The subject.
    private(set) var subject: Range<Int>?

    /// Those behind "together with".
    private(set) var partners: Range<Int>?

    /// Whether the opening says on what the rest depends.
    private(set) var isConditional = false

    /// Reads `range`, which ends where the predicate begins.
    init(_ line: Line, _ range: Range<Int>) {
        var range = line.trimmed(range)
        for word: Phrase in ["and ", "but "] where line.has(word, at: range.lowerBound) {
            range = line.trimmed(min(range.upperBound, range.lowerBound + word.count)..<range.upperBound)
        }
        var segments = SentenceSplitter(line).clauses(in: range)
        guard !segments.isEmpty else { return }
        if let with = segments.firstIndex(where: { Self.withPartners.startsWith(line, $0.lowerBound) }), with > 0 {
            let start = segments[with].lowerBound
            let length = Self.withPartners.longest(in: line, at: start)?.count ?? 0
            partners = line.withoutStop((start + length)..<range.upperBound)
            segments.removeSubrange(with...)
        }
        // A basis in the middle belongs to nobody: "departments, in accordance with A, rigorously …".
        while segments.count > 1, let last = segments.last, Self.bases.startsWith(line, last.lowerBound) {
            segments.removeLast()
        }
        guard let first = segments.first, let last = segments.last else { return }
        guard Self.openers.startsWith(line, first.lowerBound) else {
            subject = line.withoutStop(first.lowerBound..<last.upperBound)
            return
        }
        isConditional = Self.conditions.startsWith(line, first.lowerBound)
        var start = segments.count - 1
        let closesList = line.has("and ", at: last.lowerBound) || line.has("or ", at: last.lowerBound)
        if closesList { start = min(1, segments.count - 1) }
        guard start > 0 else {
            opening = line.withoutStop(first)
            return
        }
        opening = line.withoutStop(first.lowerBound..<segments[start - 1].upperBound)
        let words = line.withoutStop(segments[start].lowerBound..<last.upperBound)
        // What the predicate follows at once has no subject: "By leveraging A, conduct …".
        let isOpen = partners == nil && last.upperBound > words.upperBound
        subject = words.isEmpty || isOpen ? nil : words
        if subject == nil { opening = line.withoutStop(first.lowerBound..<last.upperBound) }
    }

    private static let withPartners: PhraseSet = [
        "together with ", "along with ", "jointly with ", "in conjunction with ",
    ]
    private static let bases: PhraseSet = [
        "in accordance with ", "according to ", "based on ", "pursuant to ", "as required ",
    ]
    private static let conditions: PhraseSet = [
        "If ", "Where ", "When ", "Upon ", "Without ", "Unless ", "if ", "where ", "without ", "unless ", "upon ",
        "In case ", "After ", "Before ", "In the event",
        "Once ",
    ]
    private static let openers: PhraseSet = [
        "If ", "Where ", "When ", "Upon ", "Without ", "Unless ", "if ", "where ", "without ", "unless ", "upon ",
        "In ", "For ", "Based ", "By ", "Under ",
        "After ", "Before ", "Led ", "With ", "Through ", "From ", "As ", "Once ", "Except ", "Pursuant ", "According ",
        "To ", "On ", "During ",
    ]
}

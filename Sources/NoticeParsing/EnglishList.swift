/// The members of an English list: A, B, and C services.
struct EnglishList {
    /// The members in reading order; empty where the words are no list.
    let items: [Range<Int>]

    /// Reads `range`, which is an object.
    init(_ line: Line, _ range: Range<Int>) {
        let clauses = SentenceSplitter(line).clauses(in: range)
        guard clauses.count > 1 else {
            items = []
            return
        }
        var parts: [Range<Int>] = []
        for clause in clauses {
            var part = line.withoutStop(clause)
            if line.has("etc", at: part.lowerBound) { break }
            var isLast = false
            for joint: Phrase in ["and ", "or "] where line.has(joint, at: part.lowerBound) {
                // The joint may reach past a part that is nothing else: "and" before a full stop.
                part = min(part.lowerBound + joint.count, part.upperBound)..<part.upperBound
                isLast = true
            }
            if Self.others.startsWith(line, part.lowerBound) { break }
            if let other = Self.closers.first(in: line, part) {
                part = part.lowerBound..<other.lowerBound
                isLast = true
            } else if isLast, let head = Self.heads.first(in: line, part) {
                part = part.lowerBound..<head.lowerBound
            }
            if !part.isEmpty { parts.append(line.trimmed(part)) }
            if isLast { break }
        }
        items = parts.count > 1 ? parts : []
    }

    private static let others: PhraseSet = ["other "]
    private static let closers: PhraseSet = [" or other ", " and other "]
    private static let heads: PhraseSet = [" services", " service ", " activities", " business "]
}

/// The verbs of English norms.
enum EnglishVerbs {
    /// Whether a verb in its base form, or in the third person, stands at `index`.
    static func isVerb(_ line: Line, at index: Int) -> Bool {
        let text = line.text(line.word(at: index))
        if base.contains(text) { return true }
        return text.hasSuffix("s") && base.contains(String(text.dropLast()))
    }

    /// Whether `range` begins with a gerund: providing ….
    static func isGerund(_ line: Line, _ range: Range<Int>) -> Bool {
        let text = line.text(line.word(at: range.lowerBound)).lowercased()
        guard text.hasSuffix("ing") else { return false }
        let stem = String(text.dropLast(3))
        return base.contains(stem) || base.contains(stem + "e")
            || stem.count > 2 && base.contains(String(stem.dropLast()))
    }

    /// The main verb of a clause without a modal, with its adverbs, behind a subject or at the beginning of a clause.
    static func mainVerb(_ line: Line, _ range: Range<Int>) -> Range<Int>? {
        var index = range.lowerBound
        let shelter = Shelter(line, range)
        var isBehindTo = false
        while index < range.upperBound {
            let word = line.word(at: index)
            guard !word.isEmpty else {
                index += 1
                continue
            }
            if !shelter.contains(index), !isBehindTo, isVerb(line, at: index), canOpen(line, index, in: range) {
                return adverbStart(line, index, after: range.lowerBound)..<word.upperBound
            }
            let text = line.text(word)
            isBehindTo = ["to", "the", "a", "of", "and", "or", "for", "in"].contains(text)
            index = word.upperBound + 1
        }
        return nil
    }

    /// A verb opens a predicate at the beginning, behind a comma, an adverb, or a noun for those who act.
    private static func canOpen(_ line: Line, _ index: Int, in range: Range<Int>) -> Bool {
        var end = index
        while end > range.lowerBound, Line.isBlank(line[end - 1]) { end -= 1 }
        guard end > range.lowerBound else { return true }
        if line[end - 1] == 0x2C { return true }
        var start = end
        while start > range.lowerBound, Line.isLatin(line[start - 1]) || line[start - 1] == 0x2D { start -= 1 }
        let before = line.text(start..<end).lowercased()
        if before.hasSuffix("ly") { return canOpen(line, start, in: range) || start > range.lowerBound }
        return ["levels", "security", "relevant", "overall"].contains(before)
            || EnglishSubject.actors.contains { before.hasPrefix($0) }
    }

    private static func adverbStart(_ line: Line, _ index: Int, after start: Int) -> Int {
        var index = index
        while index - 1 > start {
            var end = index
            while end > start, Line.isBlank(line[end - 1]) { end -= 1 }
            var begin = end
            while begin > start, Line.isLatin(line[begin - 1]) { begin -= 1 }
            let word = line.text(begin..<end)
            guard word.hasSuffix("ly") || word == "and" && index != end && isAdverb(line, before: begin, after: start)
            else { return index }
            index = begin
        }
        return index
    }

    private static func isAdverb(_ line: Line, before index: Int, after start: Int) -> Bool {
        index - 3 > start && line.has("ly ", at: index - 3)
    }

    private static let base: Set<String> = [
        "provide", "issue", "sell", "include", "conduct", "engage", "carry", "improve", "strengthen", "coordinate",
        "guide",
        "continue", "enhance", "establish", "grasp", "give", "ensure", "identify", "share", "promptly", "report",
        "close",
        "deal", "investigate", "determine", "handle", "hold", "transfer", "crack", "advocate", "urge", "resist",
        "regulate",
        "supervise", "comply", "implement", "incorporate", "attach", "clarify", "form", "maintain", "monitor",
        "prevent",
        "mitigate", "protect", "make", "promote", "alert", "control", "discipline", "achieve", "combine", "deploy",
        "publicize",
        "disseminate", "take", "effectively", "register", "keep", "submit", "apply", "obtain", "disclose", "notify",
        "use",
        "collect", "store", "process", "delete", "refuse", "accept", "pay", "perform", "fulfil", "fulfill", "adopt",
        "set",
        "formulate", "publish", "announce", "operate", "produce", "export", "import", "transport", "purchase", "buy",
        "trade",
        "exchange", "open", "develop", "support", "assist", "cooperate", "participate", "invest", "raise", "borrow",
        "lend",
        "guarantee", "pledge", "modify", "change", "cancel", "suspend", "terminate", "stop", "restrict", "limit",
        "approve",
        "review", "examine", "verify", "inspect", "record", "retain", "preserve", "sign", "conclude", "organize",
        "assume",
        "bear", "exercise", "encourage", "impose", "confiscate", "revoke", "order", "correct", "rectify", "eliminate",
        "abide",
        "observe", "follow", "consult", "inform", "explain", "contain", "turn", "manage", "lead", "jointly", "act",
        "steal",
        "falsify", "forge", "conceal", "destroy", "damage", "endanger", "abuse", "disrupt", "interfere", "obstruct",
        "release",
    ]
}

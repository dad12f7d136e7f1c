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
                part = (part.lowerBound + joint.count)..<part.upperBound
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

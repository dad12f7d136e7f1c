import NoticeModel

/// The parts of one norm, in scalars of its line.
///
/// **Action and object.** The action runs from behind the modal to the end of the verb, with its adverbs and the phrases
/// that prepositions put in front of the verb: of 不得为A提供B服务 the action is 为A提供 and the object B服务. What 将 or 把 puts
/// in front is the object, and the action begins behind it: of 不得将A纳入B the action is 纳入B and the object A. Where 对A
/// stands before a verb that only carries a noun (对A进行监管, 对A负总责), A is the object. Several predicates with an object
/// each under one modal are one action without an object.
struct NormAnatomy {
    var bearers: [Range<Int>] = []
    var action: Range<Int>?
    var object: Range<Int>?
    var condition: Range<Int>?
    var exception: Range<Int>?
    var territory: Norm.Territory?
    var items: [Range<Int>] = []
    var authorities: [Range<Int>] = []
    var deadline: Range<Int>?
    var penalty: Range<Int>?

    /// Whether the words name nobody, so that the bearer of an earlier clause goes on.
    var inheritsBearer = false

    /// Whether the words point back at who was said, such as "they".
    var hasPronoun = false
}

extension Line {
    /// `range` without blanks at its ends and stops at its end.
    func withoutStop(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound,
            [0x2C, 0x3002, 0x3B, 0x2E, 0x3A].contains(scalars[end - 1]) || Self.isBlank(scalars[end - 1])
        {
            end -= 1
        }
        return trimmed(range.lowerBound..<end)
    }

    /// Whether `range` has words in it.
    func hasWords(_ range: Range<Int>) -> Bool {
        !withoutStop(range).isEmpty
    }
}

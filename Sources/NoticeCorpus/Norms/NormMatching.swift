import LegalText
import NoticeModel

/// Pairs expected norms with found ones, one to one.
///
/// Two norms may be paired where they have the same kind and share at least half of the characters of the longer one.
/// Blank characters don't count.
struct NormMatching {
    /// The indices of the paired norms, ordered by the expected one.
    let pairs: [(expected: Int, found: Int)]

    /// Pairs the norms of one article of `notice`: as many as possible, and the longer overlap where there is a choice.
    ///
    /// - Complexity: O(*e* · *p*) for *e* expected norms and *p* possible pairs.
    init(_ expected: [ExpectedNorm], _ found: [Norm], in notice: Notice) {
        let candidates = expected.map { norm in
            found.indices
                .filter { found[$0].kind == norm.kind }
                .map { (index: $0, overlap: Self.overlap(norm.span, found[$0].span, in: notice)) }
                .filter { 2 * $0.overlap.shared >= $0.overlap.longer && $0.overlap.shared > 0 }
                .sorted { ($0.overlap.shared, $1.index) > ($1.overlap.shared, $0.index) }
                .map(\.index)
        }
        var partners: [Int?] = Array(repeating: nil, count: found.count)
        for index in expected.indices {
            var tried: Set<Int> = []
            _ = Self.settle(index, candidates, &partners, &tried)
        }
        pairs = partners.enumerated()
            .compactMap { found, partner in partner.map { (expected: $0, found: found) } }
            .sorted { $0.expected < $1.expected }
    }

    /// Finds a partner for an expected norm, moving others to their next choice where that frees one.
    ///
    /// The recursion is no deeper than an article has norms.
    private static func settle(
        _ index: Int,
        _ candidates: [[Int]],
        _ partners: inout [Int?],
        _ tried: inout Set<Int>
    ) -> Bool {
        for candidate in candidates[index] where tried.insert(candidate).inserted {
            if let holder = partners[candidate], !settle(holder, candidates, &partners, &tried) { continue }
            partners[candidate] = index
            return true
        }
        return false
    }

    /// How many characters two spans share, and how many the longer one has.
    private static func overlap(_ left: TextSpan, _ right: TextSpan, in notice: Notice) -> (shared: Int, longer: Int) {
        guard left.overlaps(right) else { return (0, 0) }
        let shared = TextSpan(start: max(left.start, right.start), end: min(left.end, right.end))
        let count = { (span: TextSpan) in notice.source[span].unicodeScalars.count { !$0.isBlank } }
        return (count(shared), max(count(left), count(right)))
    }
}

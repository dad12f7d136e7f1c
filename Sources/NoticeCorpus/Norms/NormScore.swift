import LegalText
package import NoticeModel

/// How the norms that the parser found compare with those that a person wrote down.
///
/// All norms count that stand in articles, under headings and in the conclusions; those of the preamble don't.
package struct NormScore: Sendable {
    /// Norms of one kind, or of all.
    package struct Tally: Sendable, Hashable {
        /// The norms that were found where they were expected.
        package fileprivate(set) var matched = 0
        /// The norms that a person wrote down.
        package fileprivate(set) var expected = 0
        /// The norms that the parser found.
        package fileprivate(set) var found = 0

        /// The share of found norms that were expected, from 0 to 1; 1 where none was found.
        package var precision: Double { found == 0 ? 1 : Double(matched) / Double(found) }
        /// The share of expected norms that were found, from 0 to 1; 1 where none was expected.
        package var recall: Double { expected == 0 ? 1 : Double(matched) / Double(expected) }
        /// The harmonic mean of precision and recall; 1 where nothing was expected or found.
        package var f1: Double { expected + found == 0 ? 1 : 2 * Double(matched) / Double(expected + found) }
    }

    /// One part of the matched norms in which it was expected or found.
    package struct PartTally: Sendable, Hashable {
        /// The norms in which it is as expected.
        package fileprivate(set) var exact = 0
        /// The norms that count.
        package fileprivate(set) var judged = 0

        /// The share from 0 to 1; 1 where there is nothing to judge.
        package var share: Double { judged == 0 ? 1 : Double(exact) / Double(judged) }
    }

    /// A part of a matched norm that isn't as expected.
    package struct WrongPart: Sendable {
        /// The norm as it was written down.
        package let norm: ExpectedNorm
        /// The part.
        package let part: NormPart
        /// The words that were expected, none where the norm shouldn't have the part.
        package let expected: [String]
        /// The words that were found, none where the part wasn't.
        package let found: [String]
    }

    /// The norms of each kind that was expected or found.
    package private(set) var kinds: [Norm.Kind: Tally] = [:]

    /// The parts of the matched norms.
    package private(set) var parts: [NormPart: PartTally] = [:]

    /// The norms that weren't found, in reading order.
    package private(set) var missed: [ExpectedNorm] = []

    /// The norms that weren't expected, in reading order.
    package private(set) var spurious: [Norm] = []

    /// The parts that aren't as expected, in reading order.
    package private(set) var wrongParts: [WrongPart] = []

    /// The norms of all kinds.
    package var overall: Tally {
        kinds.values.reduce(into: Tally()) { $0.add($1) }
    }

    /// A score of nothing, to which others are added.
    package init() {}

    /// Compares the norms of `notice` with those in `expectation`, which must be about the same text.
    package init(of notice: Notice, against expectation: ExpectedNorms) {
        let expected = Dictionary(grouping: expectation.norms, by: \.provision)
        let found = Self.normsByProvision(of: notice)
        let all = Set(expected.keys).union(found.keys)
        let inOrder = all.sorted { Self.start(of: $0, expected, found) < Self.start(of: $1, expected, found) }
        for provision in inOrder {
            compare(expected[provision] ?? [], found[provision] ?? [], in: notice)
        }
    }

    /// Counts the norms of another text too.
    package mutating func add(_ other: NormScore) {
        for (kind, tally) in other.kinds { kinds[kind, default: Tally()].add(tally) }
        for (part, tally) in other.parts {
            parts[part, default: PartTally()].exact += tally.exact
            parts[part, default: PartTally()].judged += tally.judged
        }
        missed += other.missed
        spurious += other.spurious
        wrongParts += other.wrongParts
    }
}

extension NormScore {
    private mutating func compare(_ expected: [ExpectedNorm], _ found: [Norm], in notice: Notice) {
        for norm in expected { kinds[norm.kind, default: Tally()].expected += 1 }
        for norm in found { kinds[norm.kind, default: Tally()].found += 1 }
        let pairs = NormMatching(expected, found, in: notice).pairs
        for pair in pairs {
            kinds[expected[pair.expected].kind, default: Tally()].matched += 1
            compareParts(expected[pair.expected], found[pair.found], in: notice)
        }
        let matched = (expected: Set(pairs.map(\.expected)), found: Set(pairs.map(\.found)))
        missed += expected.indices.filter { !matched.expected.contains($0) }.map { expected[$0] }
        spurious += found.indices.filter { !matched.found.contains($0) }.map { found[$0] }
    }

    private mutating func compareParts(_ expected: ExpectedNorm, _ found: Norm, in notice: Notice) {
        for part in NormPart.allCases {
            guard let wanted = expected.parts[part] else { continue }
            let got = part.texts(of: found, in: notice)
            guard !wanted.isEmpty || !got.isEmpty else { continue }
            parts[part, default: PartTally()].judged += 1
            if part.isSame(wanted, got) {
                parts[part, default: PartTally()].exact += 1
            } else {
                wrongParts.append(WrongPart(norm: expected, part: part, expected: wanted, found: got))
            }
        }
    }

    /// The norms of each article, and of what else at the top of the notice has norms.
    private static func normsByProvision(of notice: Notice) -> [ProvisionID: [Norm]] {
        var norms: [ProvisionID: [Norm]] = [:]
        for article in notice.articles {
            norms[article.id, default: []] += article.norms
        }
        let preamble = ProvisionID(rawValue: ProvisionID.Kind.preamble.rawValue)
        for norm in notice.looseNorms where !norm.id.isInside(preamble) {
            norms[norm.id.top, default: []].append(norm)
        }
        return norms.mapValues { $0.sorted { $0.span < $1.span } }
    }

    /// Where the norms of a provision begin, in UTF-8 bytes of the notice's source.
    private static func start(
        of provision: ProvisionID,
        _ expected: [ProvisionID: [ExpectedNorm]],
        _ found: [ProvisionID: [Norm]]
    ) -> Int {
        let starts = (expected[provision] ?? []).map(\.span.start) + (found[provision] ?? []).map(\.span.start)
        return starts.min() ?? 0
    }
}

extension NormScore.Tally {
    fileprivate mutating func add(_ other: Self) {
        matched += other.matched
        expected += other.expected
        found += other.found
    }
}

extension ProvisionID {
    /// The address of the outermost part that this one lies in.
    fileprivate var top: ProvisionID {
        guard let end = rawValue.firstRange(of: "__")?.lowerBound else { return self }
        return ProvisionID(rawValue: String(rawValue[..<end]))
    }
}

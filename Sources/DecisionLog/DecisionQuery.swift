#if Service
    package import RecordModel

    /// Who is asking: what was reported, and to whom, isn't shown to viewers.
    package enum Audience: Sendable, Hashable {
        /// May look.
        case viewer
        /// May see everything.
        case officer
    }

    /// Which decisions to list; all of what is given must hold.
    package struct DecisionQuery: Sendable, Hashable {
        /// The verdict.
        package var verdict: Verdict.Level?

        /// The rule that fired, by its id.
        package var rule: String?

        /// The provision whose rule fired: a notice's id, or one and an address, `yinfa-2026-42/art_8`.
        package var article: String?

        /// Who asked for the verdict.
        package var person: String?

        /// The earliest moment, counted in.
        package var from: LogTime?

        /// The latest moment, not counted in.
        package var before: LogTime?

        /// Where a finding stands.
        package var state: Standing.State?

        /// Whether a report was made; officers only.
        package var isReported: Bool?

        /// Words that the name holds, whatever their case and width.
        package var name: String?

        /// The key of the record, to the letter.
        package var recordID: String?

        /// The record.
        package var fingerprint: RecordFingerprint?

        /// The id of the last decision of the page before.
        package var after: String?

        /// How many decisions a page holds, 1 to 1,000.
        package var limit: Int

        /// Creates a query for all decisions.
        package init(limit: Int = 50) {
            self.limit = limit
        }
    }

    /// Some of the decisions that a query asks for, the latest first.
    package struct DecisionPage: Sendable {
        /// The decisions.
        package let decisions: [ListedDecision]

        /// What ``DecisionQuery/after`` must be for the next page, or `nil` where there is none.
        package let next: String?
    }

    /// A decision and how its findings stand.
    package struct ListedDecision: Sendable {
        /// The decision.
        package let decision: Decision

        /// How each finding stands, in the order of ``Decision/grounds``.
        package let standings: [Standing]
    }

    /// How many there are of what.
    package struct LogSummary: Sendable, Hashable {
        /// The number of decisions.
        package let decisions: Int

        /// The number of decisions by verdict.
        package let verdicts: [Verdict.Level: Int]

        /// The number of findings by where they stand; those of superseded decisions aren't counted.
        package let states: [Standing.State: Int]
    }

    /// The end of the log: whoever writes it down can tell later that nothing before it was changed or taken away.
    package struct LogHead: Sendable, Hashable, CustomStringConvertible {
        /// The number of entries.
        package let number: Int

        /// The hash of the last one, in hexadecimal digits.
        package let hash: String

        /// Creates a head.
        package init(number: Int, hash: String) {
            self.number = number
            self.hash = hash
        }

        /// Reads a head as ``description`` writes it.
        package init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = Int(parts[0]), number >= 0, parts[1].utf8.count == 64,
                parts[1].allSatisfy({ $0.isHexDigit && $0.isASCII && !$0.isUppercase })
            else { return nil }
            self.init(number: number, hash: String(parts[1]))
        }

        /// The number and the hash, with a colon between them.
        package var description: String { "\(number):\(hash)" }
    }
#endif

#if Service
    internal import LegalText
    package import RecordModel
    package import RuleEngine

    /// What a rule's finding on a record rests on; a release holds only as long as it stays the same.
    package struct Ground: Sendable, Hashable, Codable {
        /// The rule's id, such as `yinfa-2026-42/mining`.
        package let rule: String

        /// What the finding comes to; the most severe where the rule found several things.
        package let verdict: Verdict.Level

        /// The notice's id.
        package let notice: String

        /// The provision's address, such as `art_9`.
        package let provision: String

        /// The SHA-256 of the clause's words in every language of the corpus.
        package let clause: String

        /// The SHA-256 of what the rule looks for and what it makes of it; see `CompiledRulePack.digest(ofRule:)`.
        package let definition: String

        /// The SHA-256 of the words of the record that made the rule fire.
        package let words: String

        /// What the findings of `verdict` rest on, by rule, in the order of the rules' ids.
        package static func grounds(of verdict: Verdict, in pack: CompiledRulePack) -> [Ground] {
            Dictionary(grouping: verdict.findings, by: \.rule).sorted { $0.key < $1.key }.compactMap { rule, findings in
                guard let first = findings.first else { return nil }
                var words = Digest(of: "hegui/words/1")
                let texts = Set(
                    findings.flatMap(\.evidence).map { "\($0.field.rawValue):\(RecordFingerprint.fold($0.text))" }
                )
                for text in texts.sorted() { words.update(text) }
                return Ground(
                    rule: rule,
                    verdict: findings.map(\.verdict).max() ?? first.verdict,
                    notice: first.basis.notice,
                    provision: first.basis.provision,
                    clause: digest(of: first.basis),
                    definition: pack.digest(ofRule: rule) ?? pack.digest,
                    words: words.finalize()
                )
            }
        }

        static func digest(of basis: Basis) -> String {
            var digest = Digest(of: "hegui/clause/1")
            digest.update(basis.notice)
            digest.update(basis.provision)
            for quote in basis.quotes.sorted(by: { $0.language.rawValue < $1.language.rawValue }) {
                digest.update(quote.language.rawValue)
                digest.update(quote.text)
            }
            return digest.finalize()
        }
    }

    /// The clauses and rules as they are now, against which it is told whether a release still holds.
    package struct CurrentRules: Sendable {
        struct State: Sendable, Hashable {
            let clause: String
            let definition: String
        }

        /// By the rule's id; a rule that isn't there can't fire, and nothing reopens because of it.
        let states: [String: State]

        /// No rules: nothing is taken to have changed.
        package static let unknown = CurrentRules([])

        /// The rules of `packs`.
        package init(_ packs: [CompiledRulePack]) {
            var states: [String: State] = [:]
            for pack in packs {
                for rule in pack.ruleIDs {
                    guard let basis = pack.basis(of: rule), let definition = pack.digest(ofRule: rule) else { continue }
                    states[rule] = State(clause: Ground.digest(of: basis), definition: definition)
                }
            }
            self.states = states
        }

        init(states: [String: State]) {
            self.states = states
        }
    }
#endif

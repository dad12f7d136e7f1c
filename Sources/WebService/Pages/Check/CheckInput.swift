#if Service
    import DecisionLog
    import LegalText
    import NoticeModel
    import RecordModel
    import RuleEngine

    /// What the form of one record holds, as it was typed.
    struct CheckInput: Sendable {
        /// The names of the fields, in the order of the form.
        static let names = [
            "name", "scope", "description", "former-names", "id", "actor", "jurisdiction", "approval", "as-of", "pack",
            "source", "source-date", "operator", "why-not",
        ]

        private let values: [String: String]

        /// Takes the fields from where `value` finds them; a change that is tried takes the place of what it changes.
        init(_ value: (String) -> String?) {
            var values: [String: String] = [:]
            for name in Self.names { values[name] = value(name).flatMap { $0.isEmpty ? nil : $0 } }
            if let changed = value("try-name") { values["name"] = changed.isEmpty ? nil : changed }
            if let changed = value("try-scope") { values["scope"] = changed.isEmpty ? nil : changed }
            self.values = values
        }

        /// The field called `name`, or `nil` where nothing stands in it.
        subscript(name: String) -> String? { values[name] }

        /// The fields and what they hold, without those that say what to ask beside the verdict.
        var pairs: [(name: String, value: String?)] {
            Self.names.filter { $0 != "why-not" && $0 != "operator" }.map { ($0, values[$0]) }
        }

        /// The record.
        var record: Record {
            Record(
                id: self["id"],
                name: self["name"],
                otherNames: (self["former-names"] ?? "").split { "；;\n".contains($0) }.compactMap { part in
                    let name = String(part).trimmingBlanks()
                    return name.isEmpty ? nil : OtherName(name, kind: .former)
                },
                scope: self["scope"],
                description: self["description"],
                actor: self["actor"],
                jurisdiction: self["jurisdiction"],
                approval: self["approval"]
            )
        }

        /// Whether nothing was typed that is screened.
        var isBlank: Bool { record.isBlank }

        /// The rules that were chosen.
        ///
        /// - Throws: A ``Problem`` where there are none.
        func pack(in state: EngineState) throws(Problem) -> LoadedPack {
            guard let text = self["as-of"] else { return try state.pack(self["pack"]) }
            guard let date = LegalDate(iso: text) else {
                throw .query("as-of", LocalizedText(zh: "应为2026-02-06这样的日期", en: "expected a day such as 2026-02-06"))
            }
            return try state.pack(nil, asOf: date)
        }

        /// The record with other words in one field.
        func changed(_ name: String, to value: String) -> CheckInput {
            CheckInput { $0 == name ? value : $0.hasPrefix("try-") ? nil : values[$0] }
        }
    }

    /// A record with its verdict and the rules that gave it.
    struct Screened {
        let input: CheckInput
        let record: Record
        let verdict: Verdict
        let pack: LoadedPack
        let whyNot: WhyNot?

        /// Screens what was typed.
        ///
        /// - Throws: A ``Problem`` where the rules that were chosen aren't there.
        init(_ input: CheckInput, in state: EngineState) throws(Problem) {
            self.input = input
            pack = try input.pack(in: state)
            record = input.record
            var scratch = EvaluationScratch()
            verdict = pack.pack.verdict(on: record, scratch: &scratch)
            let compiled = pack.pack
            let record = record
            whyNot = input["why-not"].flatMap { compiled.whyNot($0, on: record, scratch: &scratch) }
        }
    }
#endif

#if Service
    import DecisionLog
    import LegalText

    /// What somebody posts to say what becomes of findings.
    struct DispositionInput {
        private let texts: [String: String]
        private let rules: [String]

        /// Reads `{"kind": …, "rules": […], "day": …, "party": …, "decision": …, "note": …}`.
        ///
        /// - Throws: A ``Problem`` at the first member that isn't known or has no value of its kind.
        init(_ input: JSONInput) throws(Problem) {
            guard case .object(let members) = input else { throw Self.wrong("-", "一个对象", "an object") }
            var texts: [String: String] = [:]
            var rules: [String] = []
            for member in members {
                switch (member.key, member.value) {
                case ("kind", .string(let text)), ("day", .string(let text)), ("party", .string(let text)),
                    ("decision", .string(let text)), ("note", .string(let text)):
                    texts[member.key] = text
                case ("day", .null), ("party", .null), ("decision", .null), ("note", .null): break
                case ("rules", .array(let values)):
                    for value in values {
                        guard case .string(let rule) = value else {
                            throw Self.wrong("rules", "字符串数组", "an array of strings")
                        }
                        rules.append(rule)
                    }
                default:
                    throw Self.wrong(
                        String(member.key.prefix(60)),
                        "kind、rules、day、party、decision或note之一，且类型相符",
                        "one of kind, rules, day, party, decision and note, with a value of its kind"
                    )
                }
            }
            self.texts = texts
            self.rules = rules
        }

        /// The disposition, decided by `person`.
        func disposition(of decision: String, by person: String) throws(Problem) -> NewDisposition {
            var day: CalendarDay?
            if let text = texts["day"] {
                guard let read = CalendarDay(text) else {
                    throw Self.wrong("day", "2026-02-06这样的日期", "a day such as 2026-02-06")
                }
                day = read
            }
            guard
                let kind = Disposition.Kind(
                    name: texts["kind"] ?? "",
                    day: day,
                    party: texts["party"],
                    decision: texts["decision"]
                )
            else {
                let names = Disposition.Kind.names.joined(separator: ", ")
                throw Self.wrong(
                    "kind",
                    "\(names)之一，并只带它所需的day、party、decision",
                    "one of \(names), with the day, party or decision that it needs and no other"
                )
            }
            return NewDisposition(of: decision, rules: rules, kind, note: texts["note"], by: person)
        }

        private static func wrong(_ name: String, _ zh: String, _ en: String) -> Problem {
            .unusable("log/invalid", LocalizedText(zh: "“\(name)”应为\(zh)", en: "'\(name)': expected \(en)"))
        }
    }
#endif

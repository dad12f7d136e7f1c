#if Service
    import LegalText
    import RecordModel

    extension Record {
        /// Reads a record from JSON as answers write it: `{"name": …, "otherNames": […], "scope": …}`.
        ///
        /// - Throws: A ``Problem`` at the first member that isn't known or has no value of its kind.
        package init(_ input: JSONInput) throws(Problem) {
            guard case .object(let members) = input else {
                throw Self.unusable("", "一个对象", "an object", input)
            }
            self.init()
            for member in members {
                switch member.key {
                case "id": id = try Self.text(member)
                case "name": name = try Self.text(member)
                case "otherNames": otherNames = try Self.texts(member).map { OtherName($0) }
                case "scope": scope = try Self.text(member)
                case "description": description = try Self.text(member)
                case "actor": actor = try Self.text(member)
                case "jurisdiction": jurisdiction = try Self.text(member)
                case "approval": approval = try Self.text(member)
                case "registrationStatus": registrationStatus = try Self.text(member)
                case "registrationDate": registrationDate = try Self.text(member)
                default:
                    let key = String(member.key.prefix(60))
                    throw .unusable(
                        "record/unknown-member",
                        LocalizedText(
                            zh: "记录没有“\(key)”这一项；可用：\(Self.memberNames)",
                            en: "A record has no member '\(key)'; members are \(Self.memberNames)"
                        )
                    )
                }
            }
            if isBlank { throw Self.nothingToScreen }
        }

        /// The members that a record may have.
        static let memberNames =
            "id, name, otherNames, scope, description, actor, jurisdiction, approval, registrationStatus, registrationDate"

        /// A record without a word to screen.
        static let nothingToScreen = Problem.unusable(
            "record/nothing-to-screen",
            LocalizedText(
                zh: "没有可筛查的文字；应有name、otherNames、scope或description",
                en: "There is nothing to screen; expected name, otherNames, scope or description"
            )
        )

        private static func text(_ member: JSONInput.Member) throws(Problem) -> String? {
            switch member.value {
            case .null: return nil
            case .string(let text): return text
            default: throw unusable(member.key, "字符串或null", "a string or null", member.value)
            }
        }

        private static func texts(_ member: JSONInput.Member) throws(Problem) -> [String] {
            guard case .array(let values) = member.value else {
                throw unusable(member.key, "字符串数组", "an array of strings", member.value)
            }
            var texts: [String] = []
            for value in values {
                guard case .string(let text) = value else {
                    throw unusable(member.key, "字符串数组", "an array of strings", value)
                }
                texts.append(text)
            }
            return texts
        }

        private static func unusable(_ key: String, _ zh: String, _ en: String, _ found: JSONInput) -> Problem {
            let zhPlace = key.isEmpty ? "" : "“\(key)”"
            let enPlace = key.isEmpty ? "" : "'\(key)': "
            return .unusable(
                "record/wrong-kind",
                LocalizedText(
                    zh: "\(zhPlace)应为\(zh)，而不是\(found.kind.zh)",
                    en: "\(enPlace)expected \(en), not \(found.kind.en)"
                )
            )
        }
    }
#endif

#if Service
    package import LegalText

    /// A JSON text that somebody sent, as it stands: numbers keep their digits, and members their order.
    package indirect enum JSONInput: Sendable, Hashable {
        case null
        case bool(Bool)
        /// The digits as they stand.
        case number(String)
        case string(String)
        case array([JSONInput])
        case object([Member])

        /// One member of an object.
        package struct Member: Sendable, Hashable {
            package let key: String
            package let value: JSONInput
        }

        /// The value of the member called `key`.
        package subscript(key: String) -> JSONInput? {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }

        /// What kind of value it is, as messages say it.
        package var kind: LocalizedText {
            switch self {
            case .null: LocalizedText(zh: "null", en: "null")
            case .bool: LocalizedText(zh: "布尔值", en: "a truth value")
            case .number: LocalizedText(zh: "数字", en: "a number")
            case .string: LocalizedText(zh: "字符串", en: "a string")
            case .array: LocalizedText(zh: "数组", en: "an array")
            case .object: LocalizedText(zh: "对象", en: "an object")
            }
        }
    }
#endif

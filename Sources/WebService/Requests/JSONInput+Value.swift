#if Service
    package import Reporting

    extension JSONInput {
        /// The value to be written again.
        package var value: JSONValue {
            switch self {
            case .null: .null
            case .bool(let value): .bool(value)
            case .number(let digits): Int(digits).map { .int($0) } ?? .string(digits)
            case .string(let text): .string(text)
            case .array(let values): .array(values.map(\.value))
            case .object(let members): .object(members.map { JSONValue.Member(key: $0.key, value: $0.value.value) })
            }
        }
    }
#endif

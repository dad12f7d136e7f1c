/// A JSON value whose objects keep the order in which their members were given.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    /// A number from 0 to 1 with three decimals, in thousandths: the same digits on every machine.
    case thousandths(Int)
    case string(String)
    /// A value that was read as JSON, on one line, passed on as it stands.
    case source(String)
    case array([JSONValue])
    case object([Member])

    /// One member of an object.
    package struct Member: Sendable, Hashable {
        package let key: String
        package let value: JSONValue

        /// Creates a member.
        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// A string, or `null`.
    package static func optional(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }

    /// A list of strings.
    package static func strings(_ texts: [String]) -> JSONValue {
        .array(texts.map { .string($0) })
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// Creates an object with its members in the order given.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    /// Creates a string.
    package init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension JSONValue {
    /// The value on one line, without blanks between its parts.
    package var compact: String {
        var text: [UInt8] = []
        write(to: &text, .compact)
        return String(decoding: text, as: UTF8.self)
    }

    /// The value over several lines, indented by two blanks a level; small objects stay on one.
    package var indented: String {
        var text: [UInt8] = []
        write(to: &text, .indented(level: 0))
        return String(decoding: text, as: UTF8.self)
    }

    fileprivate enum Layout {
        case compact
        case inline
        case indented(level: Int)
    }

    private func write(to text: inout [UInt8], _ layout: Layout) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .thousandths(let value):
            let digits = String(value % 1000)
            text += "\(value / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
        case .string(let value): Self.write(value, to: &text)
        // Outside of strings there are none of these, and in strings an escape says the same.
        case .source(let json):
            text += json.replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
                .replacing("\u{7F}", with: "\\u007f")
        case .array(let values):
            let isSmall = values.allSatisfy(\.isScalar) && values.count <= 1
            Self.writeList(values, "[", "]", to: &text, layout.fitting(isSmall: isSmall)) { value, text, inner in
                value.write(to: &text, inner)
            }
        case .object(let members):
            // A span or a text in two languages reads better on one line than on four.
            let isSmall = members.allSatisfy(\.value.isScalar) && members.count <= 3
            Self.writeList(members, "{", "}", to: &text, layout.fitting(isSmall: isSmall)) { member, text, inner in
                Self.write(member.key, to: &text)
                text += inner.isCompact ? ":" : ": "
                member.value.write(to: &text, inner)
            }
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object, .source: false
        case .null, .bool, .int, .thousandths, .string: true
        }
    }

    private static func writeList<Element>(
        _ elements: [Element],
        _ opening: String,
        _ closing: String,
        to text: inout [UInt8],
        _ layout: Layout,
        element: (Element, inout [UInt8], Layout) -> Void
    ) {
        text += opening
        for (number, value) in elements.enumerated() {
            if number > 0 { text += "," }
            switch layout {
            case .compact:
                element(value, &text, .compact)
            case .inline:
                if number > 0 { text += " " }
                element(value, &text, .inline)
            case .indented(let level):
                text += "\n" + String(repeating: "  ", count: level + 1)
                element(value, &text, .indented(level: level + 1))
            }
        }
        if case .indented(let level) = layout, !elements.isEmpty {
            text += "\n" + String(repeating: "  ", count: level)
        }
        text += closing
    }

    private static func write(_ string: String, to text: inout [UInt8]) {
        text += "\""
        defer { text += "\"" }
        if isPlain(string) {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // The two line separators break programs that read JSON as JavaScript or line by line.
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text += String(scalar)
            }
        }
    }

    /// Whether no character of `string` need be escaped, which its bytes tell.
    private static func isPlain(_ string: String) -> Bool {
        let bytes = string.utf8.span
        var odd: UInt8 = 0
        var high: UInt8 = 0
        // Without a way out in between, so that many bytes are looked at in one step.
        for index in bytes.indices {
            let byte = bytes[index]
            odd |= byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F ? 1 : 0
            high |= byte == 0xE2 ? 1 : 0
        }
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        return odd == 0 && (high == 0 || !string.unicodeScalars.contains { $0.value | 1 == 0x2029 })
    }
}

extension JSONValue.Layout {
    fileprivate var isCompact: Bool {
        if case .compact = self { true } else { false }
    }

    /// The layout of a list, which is one line where the list is small and lines were to be made.
    fileprivate func fitting(isSmall: Bool) -> Self {
        if case .indented = self, isSmall { .inline } else { self }
    }
}

extension [UInt8] {
    fileprivate static func += (bytes: inout [UInt8], text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

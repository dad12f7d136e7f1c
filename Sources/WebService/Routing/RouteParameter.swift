#if Service
    import LegalText
    import NoticeModel
    import Reporting

    /// A parameter of a route: what a request may give, what it is held to, and what the API's description says of it.
    package struct RouteParameter: Sendable {
        /// Where the parameter stands.
        package enum Place: String, Sendable {
            /// In the path.
            case path
            /// Behind the question mark.
            case query
        }

        /// What a value may be.
        package enum Kind: Sendable {
            /// Any text of so many characters at most.
            case text(limit: Int)
            /// A text of letters, digits and `. _ - /`.
            case name
            /// One of these.
            case choice([String])
            /// `true` or `false`.
            case flag
            /// A whole number.
            case number(ClosedRange<Int>)
            /// A day such as 2026-02-06.
            case date
        }

        /// The name.
        package let name: String

        /// Where it stands.
        package let place: Place

        /// What a value may be.
        package let kind: Kind

        /// Whether it must be there.
        package let isRequired: Bool

        /// Whether it may be given again.
        package let isRepeated: Bool

        /// What it is for, in English.
        package let text: String

        /// A value that there is, for whoever tries the route.
        package private(set) var example: String?

        /// The parameter with a value that there is.
        package func example(_ value: String) -> RouteParameter {
            var parameter = self
            parameter.example = value
            return parameter
        }

        /// A parameter behind the question mark.
        package static func query(
            _ name: String,
            _ kind: Kind,
            isRequired: Bool = false,
            isRepeated: Bool = false,
            _ text: String
        ) -> RouteParameter {
            RouteParameter(
                name: name,
                place: .query,
                kind: kind,
                isRequired: isRequired,
                isRepeated: isRepeated,
                text: text
            )
        }

        /// A part of the path.
        package static func path(_ name: String, _ text: String) -> RouteParameter {
            RouteParameter(name: name, place: .path, kind: .name, isRequired: true, isRepeated: false, text: text)
        }

        /// What `value` should have been, or `nil` where it may stand.
        func fault(of value: String) -> LocalizedText? {
            switch kind {
            case .text(let limit):
                if value.unicodeScalars.count <= limit { return nil }
                return LocalizedText(zh: "超过\(limit)个字符", en: "expected \(limit) characters at most")
            case .name:
                if Self.isName(value) { return nil }
                return LocalizedText(
                    zh: "只能有字母、数字和“. _ - /”，最多100个",
                    en: "expected letters, digits and '. _ - /', 100 at most"
                )
            case .choice(let values):
                if values.contains(value) { return nil }
                let list = values.joined(separator: ", ")
                return LocalizedText(zh: "应为\(list)之一", en: "expected one of \(list)")
            case .flag:
                if value == "true" || value == "false" { return nil }
                return LocalizedText(zh: "应为true或false", en: "expected true or false")
            case .number(let range):
                if let number = Int(value), range.contains(number), String(number) == value { return nil }
                return LocalizedText(
                    zh: "应为\(range.lowerBound)到\(range.upperBound)的整数",
                    en: "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
                )
            case .date:
                if LegalDate(iso: value) != nil { return nil }
                return LocalizedText(zh: "应为2026-02-06这样的日期", en: "expected a day such as 2026-02-06")
            }
        }

        private static func isName(_ value: String) -> Bool {
            !value.isEmpty && value.utf8.count <= 100
                && value.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
                    default: false
                    }
                }
        }

        /// What a value may be, as a JSON Schema.
        var schema: JSONValue {
            let one: JSONValue =
                switch kind {
                case .text(let limit): ["type": "string", "maxLength": .int(limit)]
                case .name: ["type": "string", "pattern": "^[A-Za-z0-9._/-]{1,100}$"]
                case .choice(let values): ["type": "string", "enum": .strings(values)]
                case .flag: ["type": "boolean"]
                case .number(let range):
                    ["type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound)]
                case .date: ["type": "string", "format": "date"]
                }
            return isRepeated ? ["type": "array", "items": one] : one
        }
    }
#endif

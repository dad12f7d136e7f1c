#if Service
    import DecisionLog
    import LegalText
    import Reporting

    /// Words that several pages set in.
    enum PageText {
        /// A text of a record with `spans` marked, and a sign for each character that can't be seen.
        static func marked(_ text: String, _ spans: [TextSpan]) -> String {
            HTMLText.marked(text, spans)
        }

        /// A moment as people in China read it: `2026-11-22 16:21`.
        static func moment(_ time: LogTime) -> String {
            let china = LogTime(milliseconds: time.milliseconds + 8 * 3_600_000).description
            return "\(china.prefix(10)) \(china.dropFirst(11).prefix(5))"
        }

        /// A value as a part of an address.
        static func escaped(_ value: String) -> String {
            var result = ""
            for byte in value.utf8 {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                    result.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }
            return result
        }

        /// Names and values as what stands behind the question mark, with it; values that are `nil` are left out.
        static func query(_ pairs: [(name: String, value: String?)]) -> String {
            let parts = pairs.compactMap { pair in
                pair.value.flatMap { $0.isEmpty ? nil : "\(escaped(pair.name))=\(escaped($0))" }
            }
            return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
        }
    }

    /// A choice of a list.
    struct ChoiceView {
        /// What is sent.
        let value: String
        /// What is shown.
        let label: String
        /// Whether it is chosen.
        let selected: Bool

        /// Creates a choice.
        init(_ value: String, _ label: String, isSelected: Bool) {
            self.value = value
            self.label = label
            selected = isSelected
        }
    }
#endif

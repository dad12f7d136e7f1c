#if Service
    import LegalText

    /// The parameters behind the question mark, decoded.
    package struct RequestQuery: Sendable, Hashable {
        private let values: [String: [String]]

        /// Creates a query of given values.
        package init(_ values: [String: [String]] = [:]) {
            self.values = values
        }

        /// Reads a query or the body of a form as browsers write them: `a=1&b=%E5%90%8D`, `+` for a blank.
        ///
        /// - Throws: A ``Problem`` where an escape isn't one, or what it stands for isn't UTF-8.
        package init(_ text: some StringProtocol) throws(Problem) {
            var values: [String: [String]] = [:]
            for part in text.utf8.split(separator: UInt8(ascii: "&")) {
                let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Self.decoded(sides[0]), let value = sides.count > 1 ? Self.decoded(sides[1]) : ""
                else {
                    throw .malformed(
                        LocalizedText(
                            zh: "查询参数中的百分号编码或UTF-8无效",
                            en: "The query holds an escape that is none, or bytes that are not UTF-8"
                        )
                    )
                }
                values[name, default: []].append(value)
            }
            self.values = values
        }

        /// The names of all parameters.
        package var names: [String] { values.keys.sorted() }

        /// The value of the parameter called `name`, or `nil` where it isn't there.
        package subscript(name: String) -> String? { values[name]?.first }

        /// Every value of the parameter called `name`.
        package func all(_ name: String) -> [String] { values[name] ?? [] }

        /// What percent-encoded bytes stand for, or `nil` where they aren't that.
        package static func decoded(_ bytes: some Sequence<UInt8>, plusIsBlank: Bool = true) -> String? {
            var decoded: [UInt8] = []
            var pending: [UInt8] = []
            var isEscape = false
            for byte in bytes {
                if isEscape {
                    guard let digit = hexDigit(byte) else { return nil }
                    pending.append(digit)
                    if pending.count == 2 {
                        decoded.append(pending[0] << 4 | pending[1])
                        pending = []
                        isEscape = false
                    }
                } else if byte == UInt8(ascii: "%") {
                    isEscape = true
                } else {
                    decoded.append(byte == UInt8(ascii: "+") && plusIsBlank ? 0x20 : byte)
                }
            }
            guard !isEscape else { return nil }
            return String(validating: decoded, as: UTF8.self)
        }

        private static func hexDigit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x37
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
    }
#endif

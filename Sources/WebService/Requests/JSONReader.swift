#if Service
    package import LegalText

    /// Reads one JSON text strictly: valid UTF-8, no member twice, nothing behind it, nested no deeper than is allowed.
    package struct JSONReader {
        private let bytes: [UInt8]
        private var index = 0
        private let nesting: Int

        /// Why a text isn't read.
        package struct Failure: Error, Sendable, Hashable {
            /// A stable name, such as `json/syntax`.
            package let id: String
            /// What is wrong and where, the bytes counted from 1.
            package let reason: LocalizedText
        }

        private init(_ bytes: [UInt8], nesting: Int) {
            self.bytes = bytes
            self.nesting = nesting
        }

        /// Reads `bytes`, which may be nested `nesting` deep.
        package static func read(_ bytes: [UInt8], nesting: Int) throws(Failure) -> JSONInput {
            guard (try? UTF8Span(validating: bytes.span)) != nil else {
                throw Failure(
                    id: "json/encoding",
                    reason: LocalizedText(zh: "内容不是有效的UTF-8", en: "The text is not valid UTF-8")
                )
            }
            var reader = JSONReader(bytes, nesting: nesting)
            let value = try reader.value(depth: 0)
            reader.skipBlanks()
            guard reader.peek == nil else { throw reader.syntax("文本结束", "the end of the text") }
            return value
        }

        // The depth is bounded, so calling itself can't exhaust the stack.
        private mutating func value(depth: Int) throws(Failure) -> JSONInput {
            skipBlanks()
            switch peek {
            case UInt8(ascii: "{"): return try object(depth: depth)
            case UInt8(ascii: "["): return try array(depth: depth)
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "-"): return .number(try number())
            case .some(let byte) where (0x30...0x39).contains(byte): return .number(try number())
            default: break
            }
            for (word, value) in [("null", JSONInput.null), ("true", .bool(true)), ("false", .bool(false))]
            where bytes[index...].starts(with: word.utf8) {
                index += word.utf8.count
                return value
            }
            throw syntax("一个值", "a value")
        }

        private mutating func object(depth: Int) throws(Failure) -> JSONInput {
            try checkDepth(depth)
            index += 1
            var members: [JSONInput.Member] = []
            var keys: Set<String> = []
            if takes("}") { return .object([]) }
            while true {
                skipBlanks()
                guard peek == UInt8(ascii: "\"") else { throw syntax("带引号的键", "a key in quotes") }
                let key = try string()
                guard keys.insert(key).inserted else {
                    throw Failure(
                        id: "json/duplicate-key",
                        reason: LocalizedText(zh: "键“\(key)”出现了两次", en: "The key '\(key)' stands there twice")
                    )
                }
                guard takes(":") else { throw syntax("“:”", "':'") }
                members.append(JSONInput.Member(key: key, value: try value(depth: depth + 1)))
                if takes("}") { return .object(members) }
                guard takes(",") else { throw syntax("“,”或“}”", "',' or '}'") }
            }
        }

        private mutating func array(depth: Int) throws(Failure) -> JSONInput {
            try checkDepth(depth)
            index += 1
            var values: [JSONInput] = []
            if takes("]") { return .array([]) }
            while true {
                values.append(try value(depth: depth + 1))
                if takes("]") { return .array(values) }
                guard takes(",") else { throw syntax("“,”或“]”", "',' or ']'") }
            }
        }

        private func checkDepth(_ depth: Int) throws(Failure) {
            guard depth < nesting else {
                throw Failure(
                    id: "json/too-deep",
                    reason: LocalizedText(zh: "嵌套超过\(nesting)层", en: "The text is nested deeper than \(nesting) levels")
                )
            }
        }

        private mutating func number() throws(Failure) -> String {
            let start = index
            if peek == UInt8(ascii: "-") { index += 1 }
            let first = index
            let digits = skipDigits()
            guard digits > 0, digits == 1 || bytes[first] != UInt8(ascii: "0") else { throw syntax("数字", "a number") }
            if peek == UInt8(ascii: ".") {
                index += 1
                guard skipDigits() > 0 else { throw syntax("数字", "a digit") }
            }
            if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
                index += 1
                if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
                guard skipDigits() > 0 else { throw syntax("数字", "a digit") }
            }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func skipDigits() -> Int {
            let start = index
            while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
            return index - start
        }

        private mutating func string() throws(Failure) -> String {
            index += 1
            var start = index
            var text = ""
            while let byte = peek {
                switch byte {
                case UInt8(ascii: "\""):
                    text += String(decoding: bytes[start..<index], as: UTF8.self)
                    index += 1
                    return text
                case UInt8(ascii: "\\"):
                    text += String(decoding: bytes[start..<index], as: UTF8.self)
                    index += 1
                    text.unicodeScalars.append(try escaped())
                    start = index
                case 0..<0x20:
                    throw syntax("转义的控制字符", "an escape in place of a control character")
                default:
                    index += 1
                }
            }
            throw syntax("结束字符串的引号", "the quote that ends a string")
        }

        private mutating func escaped() throws(Failure) -> Unicode.Scalar {
            guard let byte = peek else { throw syntax("转义的其余部分", "the rest of an escape") }
            index += 1
            switch byte {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
            case UInt8(ascii: "u"): break
            default: throw syntax("JSON转义", "a JSON escape")
            }
            let high = try hex()
            if let scalar = Unicode.Scalar(high) { return scalar }
            guard (0xD800...0xDBFF).contains(high), bytes[index...].starts(with: [0x5C, 0x75]) else {
                throw syntax("成对的代理项", "both halves of a surrogate pair")
            }
            index += 2
            let low = try hex()
            guard (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            else { throw syntax("成对的代理项", "both halves of a surrogate pair") }
            return scalar
        }

        private mutating func hex() throws(Failure) -> UInt32 {
            let digits = bytes[index...].prefix(4)
            let isHex = digits.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
                default: false
                }
            }
            guard digits.count == 4, isHex, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
            else {
                throw syntax("四位十六进制数", "four hexadecimal digits")
            }
            index += 4
            return value
        }

        private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

        private mutating func skipBlanks() {
            while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
        }

        private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
            skipBlanks()
            guard peek == UInt8(ascii: scalar) else { return false }
            index += 1
            return true
        }

        private func syntax(_ zh: String, _ en: String) -> Failure {
            Failure(
                id: "json/syntax",
                reason: LocalizedText(zh: "第\(index + 1)字节处应为\(zh)", en: "At byte \(index + 1): expected \(en)")
            )
        }
    }
#endif

#if Service
    internal import Foundation

    /// Members of JSON texts that are kept as they were given.
    enum JSONMember {
        /// The value of the member called `name` of the object that `text` holds, as it stands there.
        ///
        /// The text must be valid JSON without blanks between its parts.
        static func value(of name: String, in text: String) -> String? {
            var text = text
            return text.withUTF8 { bytes in
                let key = Array("\"\(name)\":".utf8)
                var depth = 0
                var index = 0
                while index < bytes.count {
                    switch bytes[index] {
                    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                    case UInt8(ascii: "\""):
                        if depth == 1, bytes[index...].starts(with: key) {
                            let start = index + key.count
                            let end = self.end(ofValueAt: start, in: bytes)
                            return String(decoding: bytes[start..<end], as: UTF8.self)
                        }
                        index = end(ofStringAt: index, in: bytes) - 1
                    default: break
                    }
                    index += 1
                }
                return nil
            }
        }

        private static func end(ofValueAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
            var depth = 0
            var index = start
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return index }
                    depth -= 1
                case UInt8(ascii: ",") where depth == 0: return index
                case UInt8(ascii: "\""): index = end(ofStringAt: index, in: bytes) - 1
                default: break
                }
                index += 1
            }
            return bytes.count
        }

        private static func end(ofStringAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
            var index = start + 1
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            return min(index + 1, bytes.count)
        }

        /// Whether `text` is a JSON array on one line.
        static func isArray(_ text: String) -> Bool {
            guard !text.utf8.contains(where: { $0 < 0x20 }) else { return false }
            return (try? JSONDecoder().decode([Anything].self, from: Data(text.utf8))) != nil
        }

        private struct Anything: Decodable {
            init(from decoder: any Decoder) throws {}
        }
    }
#endif

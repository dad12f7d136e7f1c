#if Service
    internal import Crypto

    /// What a notice's text is known by.
    package enum NoticeDigest {
        /// The SHA-256 of the file of a notice's text, as `sha256:…`: what `sha256sum` says of it.
        package static func digest(of bytes: [UInt8]) -> String {
            "sha256:" + Digest.hexadecimal(SHA256.hash(data: bytes))
        }
    }

    /// SHA-256 over fields, each behind its length, so that no two lists of fields give the same bytes.
    struct Digest {
        private var hash = SHA256()

        /// Begins a digest of a kind of thing; digests of two kinds never agree.
        init(of kind: String) {
            update(kind)
        }

        /// Takes a field: a byte 1, its length in bytes as eight bytes, the highest first, and its bytes.
        mutating func update(_ text: String) {
            var text = text
            text.withUTF8 { bytes in
                var head: [UInt8] = [1]
                head += Self.bytes(of: bytes.count)
                hash.update(data: head)
                hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            }
        }

        /// Takes a field that may be absent, which is a byte 0 then.
        mutating func update(_ text: String?) {
            guard let text else {
                hash.update(data: [0])
                return
            }
            update(text)
        }

        /// The digest as `sha256:` and hexadecimal digits.
        func finalize() -> String {
            "sha256:" + Self.hexadecimal(hash.finalize())
        }

        /// Eight bytes, the highest first.
        static func bytes(of count: Int) -> [UInt8] {
            (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
        }

        /// Two small letters or digits a byte.
        static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        }
    }
#endif

#if Service
    internal import Crypto
    internal import FoundationEssentials

    /// The tokens that the service knows, as digests: who holds the file can't call the service with it.
    ///
    /// A token has 256 random bits, so a plain SHA-256 keeps it as well as a slow hash would.
    package struct AccessTokens: Sendable {
        /// One line of the file.
        struct Entry: Sendable, Hashable {
            let role: Role
            let name: String
            let digest: [UInt8]
        }

        let entries: [Entry]

        /// Why a file of tokens can't be used.
        package struct Failure: Error, CustomStringConvertible {
            /// The path, the line where one is meant, and what was expected.
            package let description: String
        }

        /// Reads lines of the form `role name sha256:…`; what follows `#` is a remark.
        ///
        /// - Throws: ``Failure`` at the first line that isn't one, or where there is none.
        package init(path: String) throws(Failure) {
            let text: String
            do {
                text = try String(contentsOfFile: path, encoding: .utf8)
            } catch {
                throw Failure(description: "\(path): error: the file of tokens can't be read")
            }
            try self.init(text, path: path)
        }

        /// Reads the lines of `text`, which stands in the file at `path`.
        package init(_ text: String, path: String) throws(Failure) {
            var entries: [Entry] = []
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "\r" }
                if words.isEmpty { continue }
                guard words.count == 3, let role = Role(rawValue: String(words[0])), role != .anyone,
                    let digest = Self.digest(words[2])
                else {
                    throw Failure(
                        description: "\(path):\(number + 1): error: expected 'viewer|officer|admin NAME sha256:…', "
                            + "as 'hegui token' prints it"
                    )
                }
                entries.append(Entry(role: role, name: String(words[1]), digest: digest))
            }
            guard !entries.isEmpty else { throw Failure(description: "\(path): error: there is no token in the file") }
            self.entries = entries
        }

        /// Whoever holds `token`, or `nil` where nobody does.
        ///
        /// Every entry is compared, and each to its end, so that the time tells nothing.
        package func holder(of token: some StringProtocol) -> (name: String, role: Role)? {
            let digest = Self.digest(of: String(token))
            var found: Entry?
            for entry in entries {
                var difference: UInt8 = 0
                for (left, right) in zip(entry.digest, digest) { difference |= left ^ right }
                if difference == 0 { found = entry }
            }
            return found.map { ($0.name, $0.role) }
        }

        /// A new token, and the line that lets its holder in.
        package static func make(role: Role, name: String) -> (token: String, line: String) {
            let token = "hegui_" + RandomText.make()
            let digits = digest(of: token).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            return (token, "\(role.rawValue) \(name) sha256:\(digits.joined())")
        }

        private static func digest(of token: String) -> [UInt8] {
            Array(SHA256.hash(data: Array(token.utf8)))
        }

        private static func digest(_ word: Substring) -> [UInt8]? {
            guard word.hasPrefix("sha256:") else { return nil }
            let digits = Array(word.dropFirst(7).utf8)
            guard digits.count == 64 else { return nil }
            var bytes: [UInt8] = []
            for index in stride(from: 0, to: 64, by: 2) {
                guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) else {
                    return nil
                }
                bytes.append(byte)
            }
            return bytes
        }
    }

    /// Text that nobody can guess.
    enum RandomText {
        private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

        /// 43 letters, which hold 258 random bits.
        static func make() -> String {
            var generator = SystemRandomNumberGenerator()
            return String(
                decoding: (0..<43).map { _ in letters[Int.random(in: 0..<64, using: &generator)] },
                as: UTF8.self
            )
        }
    }
#endif

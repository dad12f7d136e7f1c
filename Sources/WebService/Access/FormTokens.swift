#if Service
    internal import Crypto
    import HTTPTypes
    import LegalText
    import Synchronization

    /// What a form carries to show that the service itself gave it to this caller, and that it is sent for the first time.
    ///
    /// A token names the hour of its end and a number, and is signed for its owner with a key that lives as long as the
    /// process. The numbers that were used are kept until their end.
    package final class FormTokens: Sendable {
        private let key = SymmetricKey(size: .bits256)
        private let used = Mutex<[String: Int]>([:])

        /// How long a form may lie open, in seconds.
        private static let lifetime = 12 * 3600

        /// Creates tokens that no other process takes.
        package init() {}

        /// A token for a form that `owner` is shown; `now` is in seconds since 1970.
        package func token(for owner: String, now: Int) -> String {
            let content = "\(now + Self.lifetime).\(RandomText.make())"
            return "\(content).\(signature(of: content, owner))"
        }

        /// Takes a form's token once.
        ///
        /// - Throws: A ``Problem`` where it isn't one for `owner`, is too old, or was used before.
        package func redeem(_ token: String?, of owner: String, now: Int) throws(Problem) {
            let parts = (token ?? "").split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let end = Int(parts[0]), isSignature(parts[2], of: "\(parts[0]).\(parts[1])", owner)
            else { throw Self.forged }
            guard end >= now else { throw Self.replayed }
            let isNew = used.withLock { used in
                if used.count > 10_000 { used = used.filter { $0.value >= now } }
                return used.updateValue(end, forKey: String(parts[1])) == nil
            }
            guard isNew else { throw Self.replayed }
        }

        private func signature(of content: String, _ owner: String) -> String {
            let code = HMAC<SHA256>.authenticationCode(for: Array("\(owner)|\(content)".utf8), using: key)
            return code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        }

        private func isSignature(_ given: Substring, of content: String, _ owner: String) -> Bool {
            let expected = Array(signature(of: content, owner).utf8)
            let given = Array(given.utf8)
            guard given.count == expected.count else { return false }
            var difference: UInt8 = 0
            for (left, right) in zip(given, expected) { difference |= left ^ right }
            return difference == 0
        }

        private static let forged = Problem(
            "access/form",
            .forbidden,
            title: LocalizedText(zh: "表单无法验证", en: "The form can't be verified"),
            detail: LocalizedText(
                zh: "请重新打开页面后再提交",
                en: "It did not come from a page of this service; open the page again"
            )
        )

        private static let replayed = Problem(
            "access/form-used",
            .conflict,
            title: LocalizedText(zh: "表单已经提交过或已过期", en: "The form was sent before, or is too old"),
            detail: LocalizedText(zh: "请重新打开页面", en: "Open the page again")
        )
    }
#endif

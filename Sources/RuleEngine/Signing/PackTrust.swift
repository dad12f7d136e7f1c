internal import Foundation
internal import LegalText

/// Whose rule packs are used: only those signed with one of these keys.
package struct PackTrust: Sendable {
    /// The keys by their ids.
    private let keys: [String: PackTrustedKey]

    /// The ids of the keys, sorted.
    package var keyIDs: [String] { keys.keys.sorted() }

    /// Trusts `keys`.
    package init(_ keys: [PackTrustedKey]) {
        self.keys = Dictionary(keys.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Trusts the keys in the files of `folder` that end in `.pub`.
    ///
    /// - Throws: An error with every file that holds no key, or that says that there is none.
    package init(folder: String) throws(RulePackError) {
        guard let found = FileBytes.names(in: folder) else {
            throw RulePackError([
                Diagnostic(
                    "signature/no-keys",
                    .error,
                    in: SourceLocation(path: folder),
                    "expected a folder of trusted public keys, files that end in '.pub'"
                )
            ])
        }
        var keys: [PackTrustedKey] = []
        var diagnostics: [Diagnostic] = []
        for (name, _) in found where name.hasSuffix(".pub") {
            let path = "\(folder)/\(name)"
            guard let text = FileBytes.contents(of: path).map({ String(decoding: $0, as: UTF8.self) }),
                let key = PackTrustedKey(pem: text)
            else {
                diagnostics.append(
                    Diagnostic(
                        "signature/not-a-key",
                        .error,
                        in: SourceLocation(path: path),
                        "expected an Ed25519 public key in PEM, as 'hegui rules key' writes it"
                    )
                )
                continue
            }
            keys.append(key)
        }
        if keys.isEmpty, diagnostics.isEmpty {
            diagnostics.append(
                Diagnostic(
                    "signature/no-keys",
                    .error,
                    in: SourceLocation(path: folder),
                    "the folder holds no trusted public key: expected files that end in '.pub'"
                )
            )
        }
        guard diagnostics.isEmpty else { throw RulePackError(diagnostics) }
        self.init(keys)
    }

    /// The trusted key that `signature` was made with, `nil` where there is none.
    func key(of signature: PackSignature) -> PackTrustedKey? { keys[signature.key] }
}

internal import Crypto
internal import Foundation

/// The Ed25519 key that rule packs are signed with.
///
/// Its file is PKCS #8 in PEM, as `openssl genpkey -algorithm ed25519` writes it.
package struct PackSigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a new key from the system's randomness.
    package init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// Reads a key from the text of its file, or gives `nil` where that holds none.
    package init?(pem: String) {
        guard let bytes = KeyFile.bytes(in: pem, label: Self.label, prefix: Self.prefix),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The text of the key's file.
    package var pem: String {
        KeyFile.text(of: [UInt8](key.rawRepresentation), label: Self.label, prefix: Self.prefix)
    }

    /// The key that tells signatures of this one.
    package var trusted: PackTrustedKey { PackTrustedKey(key.publicKey) }

    /// The signature over `bytes`.
    func signature(over bytes: [UInt8]) throws -> [UInt8] {
        [UInt8](try key.signature(for: bytes))
    }

    private static let label = "PRIVATE KEY"

    /// What PKCS #8 has before the 32 bytes of an Ed25519 key (RFC 8410).
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
}

/// The public half of a ``PackSigningKey``.
///
/// Its file is a SubjectPublicKeyInfo in PEM, as `openssl pkey -pubout` writes it.
package struct PackTrustedKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    fileprivate init(_ key: Curve25519.Signing.PublicKey) {
        self.key = key
    }

    /// Reads a key from the text of its file, or gives `nil` where that holds none.
    package init?(pem: String) {
        guard let bytes = KeyFile.bytes(in: pem, label: Self.label, prefix: Self.prefix),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    /// The text of the key's file.
    package var pem: String {
        KeyFile.text(of: [UInt8](key.rawRepresentation), label: Self.label, prefix: Self.prefix)
    }

    /// What the key is called in signatures and messages: `ed25519:` and the first 16 hexadecimal digits of its SHA-256.
    package var id: String {
        let digest = SHA256.hash(data: key.rawRepresentation)
        return "ed25519:"
            + digest.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
    }

    /// Whether `signature` over `bytes` was made with this key.
    func holds(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: bytes)
    }

    private static let label = "PUBLIC KEY"

    /// What a SubjectPublicKeyInfo has before the 32 bytes of an Ed25519 key (RFC 8410).
    private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
}

/// Keys of 32 bytes in files of PEM.
private enum KeyFile {
    /// The key in the one block of `pem`, or `nil` where there is none such.
    static func bytes(in pem: String, label: String, prefix: [UInt8]) -> [UInt8]? {
        let lines = pem.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----",
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined()), data.count == prefix.count + 32,
            data.starts(with: prefix)
        else { return nil }
        return [UInt8](data.dropFirst(prefix.count))
    }

    static func text(of key: [UInt8], label: String, prefix: [UInt8]) -> String {
        """
        -----BEGIN \(label)-----
        \(Data(prefix + key).base64EncodedString())
        -----END \(label)-----

        """
    }
}

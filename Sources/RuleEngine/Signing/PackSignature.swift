internal import Foundation
internal import LegalText

/// What a signature says of a pack.
///
/// It is `pack.sig` in the pack's folder: seven lines, of which the first six and their line ends are signed.
/// ```
/// hegui-signature/1
/// pack: yinfa-2026-42
/// version: 1.2.1
/// digest: sha256:…
/// files: sha256:…
/// key: ed25519:0123456789abcdef
/// signature: (64 bytes in base64)
/// ```
/// `digest` is the digest that every verdict names: of the pack's rules and sentinels, the lexicon with its folding tables, and the rules
/// of other packs that these are like. `files` is that of every `.yaml` and `.tsv` file of the pack and of the lexicon, with the cases and
/// waivers that no verdict depends on. The corpus isn't signed: quotes are compared with it whenever the pack is loaded.
package struct PackSignature: Sendable, Hashable {
    /// The name of the file in the pack's folder.
    package static let fileName = "pack.sig"

    /// The pack's id.
    package let pack: String

    /// The pack's version.
    package let version: String

    /// The digest that verdicts name.
    package let digest: String

    /// The digest of all files of pack and lexicon.
    package let files: String

    /// The id of the key.
    package let key: String

    /// The signature itself.
    private(set) var signature: [UInt8] = []

    init(pack: String, version: String, digest: String, files: String, key: String) {
        self.pack = pack
        self.version = version
        self.digest = digest
        self.files = files
        self.key = key
    }

    /// Signs a statement.
    init(_ statement: PackSignature, with key: PackSigningKey) throws {
        self = statement
        signature = try key.signature(over: statement.signedBytes)
    }

    /// Reads the text of a file.
    ///
    /// - Throws: Where the first mistake is, and what was expected there.
    init(_ text: String) throws(Mistake) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first == Self.form else { throw Mistake(line: 1, expected: "'\(Self.form)'") }
        var values: [String] = []
        for (index, name) in Self.names.enumerated() {
            let start = "\(name): "
            guard lines.count > index + 1, lines[index + 1].hasPrefix(start), lines[index + 1].count > start.count
            else {
                throw Mistake(line: index + 2, expected: "'\(start)' and its value")
            }
            values.append(String(lines[index + 1].dropFirst(start.count)))
        }
        guard lines.count == Self.names.count + 2, lines.last == "" else {
            throw Mistake(line: Self.names.count + 2, expected: "the end of the file after one line end")
        }
        // The last letter of base64 has bits that say nothing: one signature is written in one way.
        guard let signature = Data(base64Encoded: values[5]), signature.count == 64,
            signature.base64EncodedString() == values[5]
        else {
            throw Mistake(line: Self.names.count + 1, expected: "64 bytes in base64")
        }
        self.init(pack: values[0], version: values[1], digest: values[2], files: values[3], key: values[4])
        self.signature = [UInt8](signature)
    }

    /// The text of the file.
    package var text: String {
        statement + "signature: \(Data(signature).base64EncodedString())\n"
    }

    /// What is signed.
    var signedBytes: [UInt8] { Array(statement.utf8) }

    private var statement: String {
        """
        \(Self.form)
        pack: \(pack)
        version: \(version)
        digest: \(digest)
        files: \(files)
        key: \(key)

        """
    }

    private static let form = "hegui-signature/1"
    private static let names = ["pack", "version", "digest", "files", "key", "signature"]

    /// What is wrong with the form of a signature.
    struct Mistake: Error {
        let line: Int
        let expected: String
    }
}

import Foundation
import LegalText
import NoticeCorpus
import RuleEngine
import TestSupport
import Testing

@Suite("Signed packs")
struct SigningTests {
    /// A data folder whose pack is signed.
    private struct Signed {
        let data: SampleData
        let key = PackSigningKey()

        init() throws {
            data = try SampleData()
            let signed = try folder(trusting: nil).sign("sample", with: key)
            try Data(signed.text.utf8).write(to: URL(filePath: signed.path))
        }

        /// The folder, with the corpus as it is now.
        func folder(trusting keys: [PackTrustedKey]?) throws -> RuleFolder {
            RuleFolder(
                rules: data.url.appending(path: "rules"),
                corpus: try NoticeCorpus.load(from: data.url.appending(path: "corpus")),
                trust: keys.map { PackTrust($0) }
            )
        }

        /// Which mistakes keep the pack from being used where only the key that signed it is trusted.
        func refusals(trusting keys: [PackTrustedKey]? = nil) throws -> [String] {
            Self.refusals(of: try folder(trusting: keys ?? [key.trusted]))
        }

        /// Which mistakes keep the pack in `folder` from being used.
        static func refusals(of folder: RuleFolder) -> [String] {
            do throws(RulePackError) {
                _ = try folder.pack("sample")
                return []
            } catch {
                return error.diagnostics.map(\.id)
            }
        }
    }

    @Test("a pack that is as it was signed with a trusted key is used, with its rules to be shown too")
    func trusted() throws {
        let signed = try Signed()
        #expect(try signed.refusals() == [])
        #expect(
            try signed.folder(trusting: [PackSigningKey().trusted, signed.key.trusted]).contents(of: "sample").pack.id
                == "sample"
        )
    }

    @Test("whoever doesn't ask for signatures uses the pack, signed or not")
    func notAsked() throws {
        let signed = try Signed()
        try signed.data.write("rubbish", "rules/sample/pack.sig")
        #expect(try signed.folder(trusting: nil).pack("sample").id == "sample")
    }

    @Test("a change of a byte, a new file and one that is gone are refused, whatever file of pack or lexicon it is")
    func altered() throws {
        let signed = try Signed()
        let rules = signed.data.url.appending(path: "rules")
        let files = try FileManager.default.subpathsOfDirectory(atPath: rules.path).filter {
            $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv")
        }
        #expect(files.count > 15)
        for file in files {
            let url = rules.appending(path: file)
            let whole = try Data(contentsOf: url)
            // A space at the end changes nothing of what the file says.
            try (whole + Data(" ".utf8)).write(to: url)
            #expect(try signed.refusals() == ["signature/altered"], "\(file)")
            try FileManager.default.removeItem(at: url)
            #expect(try signed.refusals() == ["signature/altered"], "\(file)")
            try whole.write(to: url)
        }
        #expect(try signed.refusals() == [])
        try signed.data.write("", "rules/lexicon/concepts/new.yaml")
        #expect(try signed.refusals() == ["signature/altered"])
    }

    @Test("another key, no signature and one of another pack are refused")
    func refused() throws {
        let signed = try Signed()
        #expect(try signed.refusals(trusting: [PackSigningKey().trusted]) == ["signature/unknown-key"])
        #expect(try signed.refusals(trusting: []) == ["signature/unknown-key"])
        let rules = signed.data.url.appending(path: "rules")
        try FileManager.default.copyItem(at: rules.appending(path: "sample"), to: rules.appending(path: "other"))
        let folder = try signed.folder(trusting: [signed.key.trusted])
        do throws(RulePackError) {
            _ = try folder.pack("other")
            Issue.record("a signature of another pack counted")
        } catch {
            #expect(error.diagnostics.map(\.id) == ["signature/altered"])
        }
        try FileManager.default.removeItem(at: rules.appending(path: "sample/pack.sig"))
        #expect(try signed.refusals() == ["signature/missing"])
    }

    @Test("no byte of a signature can be changed")
    func forged() throws {
        let signed = try Signed()
        let path = "rules/sample/pack.sig"
        let text = try String(contentsOf: signed.data.url.appending(path: path), encoding: .utf8)
        let bytes = Array(text.utf8)
        let folder = try signed.folder(trusting: [signed.key.trusted])
        for index in bytes.indices {
            var changed = bytes
            changed[index] = changed[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
            try signed.data.write(String(decoding: changed, as: UTF8.self), path)
            let refusals = Signed.refusals(of: folder)
            #expect(refusals.count == 1, "byte \(index)")
            #expect(refusals.allSatisfy { $0.hasPrefix("signature/") }, "byte \(index)")
        }
    }

    @Test(
        "what isn't of the form is refused, with its line",
        arguments: [
            ("", 1), ("hegui-signature/2\n", 1), ("hegui-signature/1\n", 2), ("hegui-signature/1\npack: \n", 2),
            ("hegui-signature/1\npack: sample\nversion: 1.0.0\ndigest: a\nfiles: b\nkey: c\nsignature: AAAA\n", 7),
            ("hegui-signature/1\npack: sample\nversion: 1.0.0\ndigest: a\nfiles: b\nkey: c\nsignature: A\nmore\n", 8),
        ]
    )
    func malformed(text: String, line: Int) throws {
        let signed = try Signed()
        try signed.data.write(text, "rules/sample/pack.sig")
        let folder = try signed.folder(trusting: [signed.key.trusted])
        do throws(RulePackError) {
            _ = try folder.pack("sample")
            Issue.record("used")
        } catch {
            #expect(error.diagnostics.map(\.id) == ["signature/malformed"])
            #expect(error.diagnostics.first?.location?.line == line)
        }
    }

    @Test("keys survive their files, and nothing else is taken for one")
    func keys() throws {
        let key = PackSigningKey()
        #expect(PackSigningKey(pem: key.pem)?.trusted.id == key.trusted.id)
        #expect(PackTrustedKey(pem: key.trusted.pem)?.id == key.trusted.id)
        #expect(PackTrustedKey(pem: key.pem) == nil)
        #expect(PackSigningKey(pem: key.trusted.pem) == nil)
        #expect(PackTrustedKey(pem: "") == nil)
        // An X25519 key differs in one byte of the name of its algorithm.
        #expect(PackTrustedKey(pem: key.trusted.pem.replacing("MCowBQYDK2Vw", with: "MCowBQYDK2Vu")) == nil)
        #expect(PackTrustedKey(pem: key.trusted.pem.replacing("MCow", with: "MCo")) == nil)
    }

    @Test("a folder of keys is read whole, and what is no key in it is named")
    func folderOfKeys() throws {
        let data = try SampleData()
        let folder = data.url.appending(path: "keys").path
        #expect(throws: RulePackError.self) { try PackTrust(folder: folder) }
        try data.write("a note", "keys/README")
        #expect(throws: RulePackError.self) { try PackTrust(folder: folder) }
        let key = PackSigningKey().trusted
        try data.write(key.pem, "keys/a.pub")
        #expect(try PackTrust(folder: folder).keyIDs == [key.id])
        try data.write("rubbish", "keys/b.pub")
        do throws(RulePackError) {
            _ = try PackTrust(folder: folder)
            Issue.record("a key that is none counted")
        } catch {
            #expect(error.diagnostics.map(\.location?.path) == ["\(folder)/b.pub"])
        }
    }

    @Test(
        "OpenSSL finds the signature right, and reads the keys",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"))
    )
    func openSSL() throws {
        let signed = try Signed()
        let text = try String(contentsOf: signed.data.url.appending(path: "rules/sample/pack.sig"), encoding: .utf8)
        let lines = text.split(separator: "\n")
        let statement = lines.dropLast().map { "\($0)\n" }.joined()
        let signature = try #require(Data(base64Encoded: String(lines[6].dropFirst("signature: ".count))))
        try signed.data.write(statement, "statement")
        try signature.write(to: signed.data.url.appending(path: "signature"))
        try signed.data.write(signed.key.trusted.pem, "key.pub")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = [
            "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "key.pub", "-in", "statement", "-sigfile", "signature",
        ]
        process.currentDirectoryURL = signed.data.url
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("a pack of a later format is refused with what to do, and nothing else")
    func laterFormat() throws {
        let data = try SampleData()
        let signed = try Signed()
        try data.write("format: 2\nid: sample\nentirely: new\n", "rules/sample/pack.yaml")
        let corpus = try NoticeCorpus.load(from: data.url.appending(path: "corpus"))
        do throws(RulePackError) {
            _ = try RuleFolder(rules: data.url.appending(path: "rules"), corpus: corpus).pack("sample")
            Issue.record("used")
        } catch {
            #expect(error.diagnostics.map(\.id) == ["pack/format"])
            #expect(error.description.contains("a later version of hegui wrote it"))
        }
        let meta = try String(contentsOf: data.url.appending(path: "corpus/notices/sample/meta.yaml"), encoding: .utf8)
        try signed.data.write("format: 1\n" + meta, "corpus/notices/sample/meta.yaml")
        #expect(try signed.refusals() == [])
        try signed.data.write("format: 2\nentirely: new\n", "corpus/notices/sample/meta.yaml")
        #expect {
            try NoticeCorpus.load(from: signed.data.url.appending(path: "corpus"))
        } throws: { ($0 as? CorpusError)?.diagnostics.map(\.id) == ["corpus/format"] }
    }
}

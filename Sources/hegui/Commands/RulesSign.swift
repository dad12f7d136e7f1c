import ArgumentParser
import Foundation
import LegalText
import RuleEngine

/// Signs packs.
struct RulesSign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign packs, so that others can tell that they are as you made them.",
        discussion: """
            Writes 'pack.sig' into the pack's folder: its id, version and digest, the digest of every .yaml and .tsv file of the pack \
            and of the lexicon, and an Ed25519 signature over these. A pack that can't be used isn't signed. The notices aren't \
            covered; quotes are compared with them whenever a pack is loaded. An older pack stays signed: what keeps somebody \
            from putting it back is the version and digest beside every verdict.

            Example:
              hegui rules key /secure/hegui.key
              hegui rules sign --key /secure/hegui.key yinfa-2026-42
            """
    )

    @Option(help: ArgumentHelp("The private key, as 'hegui rules key' makes it.", valueName: "file"))
    var key: String

    @Argument(help: "Packs, named after their notices; all if left out.")
    var packs: [String] = []

    @OptionGroup var data: DataOptions

    func run() throws {
        guard let text = FileManager.default.contents(atPath: key).map({ String(decoding: $0, as: UTF8.self) }),
            let key = PackSigningKey(pem: text)
        else {
            throw CommandFailure("--key: '\(key)' can't be read; expected an Ed25519 private key in PEM (PKCS #8)")
        }
        let folder = try data.folder().ruleFolder()
        for id in packs.isEmpty ? folder.packIDs : packs {
            let signed: (text: String, path: String)
            do throws(RulePackError) {
                signed = try folder.sign(id, with: key)
            } catch {
                throw CommandFailure(located: error.description)
            }
            let file = try ResultOutput(path: signed.path, option: "the signature")
            try file.write(signed.text)
            try file.finish()
            try ResultOutput.standard.write("\(signed.path): \(key.trusted.id)\n")
        }
    }
}

/// Makes a key to sign packs with.
struct RulesKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make a key to sign packs with.",
        discussion: """
            Writes the private key, which only you can read, and beside it, with '.pub' at the end of its name, the public one for the \
            folder of trusted keys (/etc/hegui/trusted-keys). Nothing is overwritten. 'openssl genpkey -algorithm ed25519' \
            makes the same kind of key.

            Example:
              hegui rules key /secure/hegui.key
            """
    )

    @Argument(help: "The file to write the private key to.")
    var file: String

    func run() throws {
        let key = PackSigningKey()
        try NewFile.write(key.pem, to: file, mode: 0o600)
        try NewFile.write(key.trusted.pem, to: "\(file).pub", mode: 0o644)
        try ResultOutput.standard.write("\(key.trusted.id)\n\(file)\n\(file).pub\n")
    }
}

/// Says how packs are signed.
struct RulesSignatures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signatures",
        abstract: "Say for every pack who signed it, and whether it is as it was signed.",
        discussion: """
            Exits with 0 when every pack is signed with a trusted key and unaltered, with 1 when one isn't, and with 2 when it could \
            not run.

            Example:
              hegui rules signatures --trusted-keys keys
            """
    )

    @OptionGroup var data: DataOptions

    func run() throws {
        let configuration = try data.configuration()
        let trust = try DataOptions.keys(configuration)
        let place = try data.folder(configuration)
        // What couldn't be used is looked at too.
        let folder = RuleFolder(rules: place.rules, corpus: try place.corpus())
        var areTrusted = true
        for id in folder.packIDs {
            let pack: RulePack
            do throws(RulePackError) {
                pack = try folder.contents(of: id).pack
            } catch {
                throw CommandFailure(located: error.description)
            }
            let state: String
            switch folder.signatureState(of: id, version: pack.version, digest: pack.digest, trust: trust) {
            case .trusted(let signature):
                state = "signed with \(signature.key)"
            case .untrusted(let signature):
                (state, areTrusted) = ("signed with \(signature.key), which isn't trusted", false)
            case .unsigned:
                (state, areTrusted) = ("not signed", false)
            case .wrong(let diagnostics):
                (state, areTrusted) = ("not as it was signed", false)
                DiagnosticList.print(diagnostics)
            }
            try ResultOutput.standard.write("\(id) \(pack.version): \(state)\n")
        }
        if !areTrusted { throw ExitStatus.found }
    }
}

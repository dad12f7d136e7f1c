import ArgumentParser
import LegalText
import Reporting
import Screening

/// The choices that an evidence pack was made with, as its manifest lists them.
struct EvidenceOptions {
    let pack: String
    let language: LocalizedText.Language
    let input: InputOptions

    init(pack: String, language: LocalizedText.Language, _ input: InputOptions) {
        self.pack = pack
        self.language = language
        self.input = input
    }

    /// Reads the choices of a manifest; what isn't there was left to the files.
    init(_ values: [String: [String]]) throws(CommandFailure) {
        pack = values["pack"]?.first ?? ""
        language = values["lang"]?.first.flatMap(LocalizedText.Language.init) ?? .zh
        do {
            var arguments: [String] = []
            for (name, values) in values.sorted(by: { $0.key < $1.key }) {
                switch name {
                case "map", "input-format", "encoding", "sheet": arguments += values.flatMap { ["--\(name)", $0] }
                case "no-header": if values.first == "true" { arguments.append("--no-header") }
                case "pack", "lang": continue
                default: throw CommandFailure("the manifest has an option that this version doesn't know: '\(name)'")
                }
            }
            input = try InputOptions.parse(arguments)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("the manifest's options can't be read: \(InputOptions.message(for: error))")
        }
    }

    /// The choices by name.
    var list: [EvidenceManifest.Option] {
        EvidenceManifest.choices(
            pack: pack,
            language: language,
            format: input.inputFormat?.rawValue,
            encoding: input.encoding?.rawValue,
            map: input.map,
            hasHeader: !input.noHeader,
            sheets: input.sheet
        )
    }
}

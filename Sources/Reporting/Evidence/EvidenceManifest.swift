package import LegalText
import RecordModel
package import Screening

/// The manifest of an evidence pack: what was screened, with which rules and options, and the digest of every part.
package struct EvidenceManifest: Sendable, Hashable {
    /// The version of the program.
    package let engineVersion: String

    /// The rules.
    package let packs: [PackIdentity]

    /// What the user chose, by name: the pack, the language of quotes, how the input is read.
    package let options: [Option]

    /// The files that were screened, in order.
    package let inputs: [Part]

    /// The other files of the pack.
    package let parts: [Part]

    /// One choice; what isn't given has no values.
    package struct Option: Sendable, Hashable {
        /// The name of the option.
        package let name: String
        /// Its values.
        package let values: [String]

        /// Creates a choice.
        package init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// A file with its digest.
    package struct Part: Sendable, Hashable {
        /// The name without its folder.
        package let name: String
        /// The size in bytes.
        package let bytes: Int
        /// The SHA-256 in hexadecimal digits.
        package let sha256: String

        /// Creates a part.
        package init(name: String, bytes: Int, sha256: String) {
            self.name = name
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// Creates a manifest.
    package init(engineVersion: String, packs: [PackIdentity], options: [Option], inputs: [Part], parts: [Part]) {
        self.engineVersion = engineVersion
        self.packs = packs
        self.options = options
        self.inputs = inputs
        self.parts = parts
    }

    /// The choices of a run under the names that `hegui verify` knows, in their order.
    package static func choices(
        pack: String,
        language: LocalizedText.Language,
        format: String?,
        encoding: String?,
        map: [String],
        hasHeader: Bool,
        sheets: [String]
    ) -> [Option] {
        [
            Option("pack", [pack]),
            Option("lang", [language.rawValue]),
            Option("input-format", format.map { [$0] } ?? []),
            Option("encoding", encoding.map { [$0] } ?? []),
            Option("map", map),
            Option("no-header", [hasHeader ? "false" : "true"]),
            Option("sheet", sheets),
        ]
    }

    /// The name of the schema.
    package static let schema = "hegui/evidence/1"

    /// The manifest as JSON. It holds no time and no path, so that the same input makes the same bytes.
    package func document(_ summary: ScreeningSummary) -> String {
        let value: JSONValue = [
            "schema": .string(Self.schema),
            "engine": ["name": "hegui", "version": .string(engineVersion)],
            "packs": .array(packs.map(\.json)),
            "options": .object(options.map { JSONValue.Member(key: $0.name, value: .strings($0.values)) }),
            "inputs": .array(inputs.map(Self.json)),
            "files": .array(parts.map(Self.json)),
            "summary": summary.json,
            "disclaimer": ["zh": .string(Wording.disclaimer.zh), "en": .string(Wording.disclaimer.en)],
        ]
        return value.indented + "\n"
    }

    private static func json(_ part: Part) -> JSONValue {
        ["name": .string(part.name), "bytes": .int(part.bytes), "sha256": .string(part.sha256)]
    }
}

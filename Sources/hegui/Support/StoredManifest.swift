import Foundation
import Reporting

/// A manifest as it was written to a pack.
struct StoredManifest: Decodable {
    struct Engine: Decodable {
        let version: String
    }

    struct Pack: Decodable {
        let id: String
        let version: String
        let digest: String
    }

    struct Part: Decodable {
        let name: String
        let bytes: Int
        let sha256: String
    }

    let schema: String
    let engine: Engine
    let packs: [Pack]
    let options: [String: [String]]
    let inputs: [Part]
    let files: [Part]

    /// The manifest as it stands.
    private var text = ""

    private enum CodingKeys: CodingKey {
        case schema, engine, packs, options, inputs, files
    }

    /// Reads the manifest in `folder`.
    init(folder: String) throws(CommandFailure) {
        let path = "\(folder)/\(EvidenceFolder.manifest)"
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                located: "\(folder): error: there is no evidence here; "
                    + "expected a folder that 'hegui screen --evidence' made"
            )
        }
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            self = try JSONDecoder().decode(Self.self, from: data)
            text = String(decoding: data, as: UTF8.self)
        } catch is DecodingError {
            throw CommandFailure(located: "\(path): error: expected a manifest of the form \(EvidenceManifest.schema)")
        } catch {
            throw CommandFailure(located: "\(path): error: can't be read: \(SystemReason.text(of: error))")
        }
        guard schema == EvidenceManifest.schema else {
            throw CommandFailure(
                located: "\(path): error: the manifest is of the form '\(schema)'; expected \(EvidenceManifest.schema)"
            )
        }
    }

    /// The first line that isn't the one of `derived`, in words, or `nil` where the manifest is the same to the byte.
    func difference(from derived: String) -> String? {
        if text.utf8.elementsEqual(derived.utf8) { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = derived.split(separator: "\n", omittingEmptySubsequences: false)
        let number = zip(lines, expected).prefix { $0 == $1 }.count
        func shown(_ lines: [Substring]) -> String {
            lines.indices.contains(number) ? "'\(lines[number].prefix(120))'" : "nothing"
        }
        return "line \(number + 1) is \(shown(lines)), expected \(shown(expected))"
    }

    /// The names of the inputs.
    var inputNames: String { inputs.map(\.name).joined(separator: ", ") }

    /// The parts in `folder` that aren't what they were.
    func changedParts(in folder: String) throws(CommandFailure) -> [String] {
        var changes: [String] = []
        for name in [EvidenceFolder.findings, EvidenceFolder.rejected] where !files.contains(where: { $0.name == name })
        {
            changes.append("the manifest has no digest of \(name)")
        }
        for part in files {
            guard !part.name.contains("/") else {
                changes.append("the manifest names a file outside of the pack: '\(part.name)'")
                continue
            }
            let digest = try FileDigest(path: "\(folder)/\(part.name)")
            if digest.sha256 != part.sha256 { changes.append("\(part.name) was changed after the pack was made") }
        }
        return changes
    }

    /// What differs from the run that made the pack before any row is looked at.
    func changes(inputs digests: [FileDigest], packs current: [PackIdentity], version: String) -> [String] {
        var changes: [String] = []
        for (part, digest) in zip(inputs, digests) where part.sha256 != digest.sha256 {
            changes.append("input \(part.name): SHA-256 was \(part.sha256), is \(digest.sha256)")
        }
        for pack in packs {
            guard let now = current.first(where: { $0.id == pack.id }) else {
                changes.append("rule pack \(pack.id): was used and isn't now")
                continue
            }
            if now.digest != pack.digest {
                changes.append(
                    "rule pack \(pack.id): was \(pack.version) \(pack.digest), is \(now.version) \(now.digest)"
                )
            }
        }
        if engine.version != version { changes.append("hegui: was \(engine.version), is \(version)") }
        return changes
    }
}

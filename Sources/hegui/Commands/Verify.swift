import ArgumentParser
import Foundation
import LegalText
import Reporting
import RuleEngine
import Screening

extension Hegui {
    /// Derives an evidence pack again.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Derive the findings of an evidence pack again, and say what differs.",
            discussion: """
                The pack is what 'hegui screen --evidence' wrote. The input is compared with the digest in the pack's \
                manifest and screened again with the options that stand there; every finding must come out the same.

                Exits with 0 when everything is the same, with 1 when something differs, and with 2 when it could not \
                run.

                Example:
                  hegui screen companies.csv --evidence evidence --output flagged.csv --format csv
                  hegui verify evidence --input companies.csv
                """
        )

        @Argument(help: "The folder of the evidence pack.")
        var folder: String

        @Option(
            parsing: .singleValue,
            help: ArgumentHelp(
                "A file that was screened, in the same order; '-' for standard input.",
                valueName: "file"
            )
        )
        var input: [String]

        @OptionGroup var data: DataOptions

        func run() async throws {
            let manifest = try StoredManifest(folder: folder)
            guard manifest.inputs.count == input.count else {
                throw CommandFailure(
                    "--input: the pack is of \(manifest.inputs.count) files (\(manifest.inputNames)); \(input.count) given"
                )
            }
            let choices = try EvidenceOptions(manifest.options)
            let rules = try ScreeningRules(data.folder(), pack: choices.pack)
            let inputs = try EvidenceInputs(input)
            var differences = try manifest.changedParts(in: folder)
            differences += manifest.changes(
                inputs: inputs.digests,
                packs: [PackIdentity(rules.pack)],
                version: Hegui.version
            )
            let (found, count) = try await compared(manifest, choices, rules, inputs)
            differences += found
            for line in differences { try ResultOutput.standard.write("differs: \(line)\n") }
            if count > found.count {
                try ResultOutput.standard.write("differs: \(count - found.count) more rows\n")
            }
            guard differences.isEmpty else { throw ExitStatus.found }
            try ResultOutput.standard.write("the same: input, rules, and every finding derived again\n")
        }

        /// Screens the input again and compares row by row; also gives how many rows differ.
        private func compared(
            _ manifest: StoredManifest,
            _ choices: EvidenceOptions,
            _ rules: ScreeningRules,
            _ inputs: EvidenceInputs
        ) async throws -> ([String], Int) {
            let findings = try EvidenceComparison(path: "\(folder)/\(EvidenceFolder.findings)", what: "finding")
            let rejected = try EvidenceComparison(path: "\(folder)/\(EvidenceFolder.rejected)", what: "rejected row")
            let lines = EvidenceLines(
                ScreeningReportOptions(
                    packs: [PackIdentity(rules.pack)],
                    language: choices.language,
                    usesColor: false,
                    namesFiles: true,
                    remarks: RecordRemarks(termDates: rules.description.termDates)
                )
            )
            // A file may have been moved or renamed since; what it was called then is what the lines say.
            let names = Dictionary(zip(input, manifest.inputs.map(\.name))) { first, _ in first }
            var batch = try BatchRun(files: input, inputs.paths, try choices.input.reading())
            let screener = BatchScreener(pack: rules.pack, workers: ProcessInfo.processInfo.activeProcessorCount)
            _ = try await batch.screen(with: screener, meter: nil) { rows, source in
                for row in rows {
                    guard let line = lines.line(row, of: source, in: names[source.file] ?? source.file) else {
                        continue
                    }
                    try line.isRejected ? rejected.note(line.text) : findings.note(line.text)
                }
            }
            try findings.finish()
            try rejected.finish()
            return (findings.differences + rejected.differences, findings.count + rejected.count)
        }
    }
}

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

    /// Reads the manifest in `folder`.
    init(folder: String) throws(CommandFailure) {
        let path = "\(folder)/\(EvidenceFolder.manifest)"
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
        } catch is DecodingError {
            throw CommandFailure(located: "\(path): error: expected a manifest of the form \(EvidenceManifest.schema)")
        } catch {
            throw CommandFailure(located: "\(path): error: can't be read: \(error.localizedDescription)")
        }
        guard schema == EvidenceManifest.schema else {
            throw CommandFailure(
                located: "\(path): error: the manifest is of the form '\(schema)'; expected \(EvidenceManifest.schema)"
            )
        }
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

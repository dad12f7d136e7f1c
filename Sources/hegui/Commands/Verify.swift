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
                manifest and screened again with the options that stand there; every finding must come out the same, and \
                so must the manifest itself, to the byte.

                Whoever can change the pack can make another one of another input. Against that, note the manifest's \
                SHA-256, which 'hegui screen' prints, where nobody can change it, and give it with --manifest.

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

        @Option(
            help: ArgumentHelp("The SHA-256 of the pack's manifest.json as it was noted.", valueName: "sha256:digest")
        )
        var manifest: String?

        @OptionGroup var data: DataOptions

        func run() async throws {
            let manifest = try StoredManifest(folder: folder)
            let digest = "sha256:" + (try FileDigest(path: "\(folder)/\(EvidenceFolder.manifest)").sha256)
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
            if let noted = self.manifest?.lowercased(), noted != digest, "sha256:" + noted != digest {
                differences.append("manifest.json: SHA-256 was noted as \(noted), is \(digest)")
            }
            let (found, count, summary) = try await compared(manifest, choices, rules, inputs)
            differences += found
            // What the pack should say of itself, had it been made now; a change that nothing above tells shows here.
            let derived = EvidenceManifest(
                engineVersion: Hegui.version,
                packs: [PackIdentity(rules.pack)],
                options: choices.list,
                inputs: zip(manifest.inputs, inputs.digests).map { part, digest in
                    EvidenceManifest.Part(name: part.name, bytes: digest.bytes, sha256: digest.sha256)
                },
                parts: try [EvidenceFolder.findings, EvidenceFolder.rejected].map { name throws(CommandFailure) in
                    let digest = try FileDigest(path: "\(folder)/\(name)")
                    return EvidenceManifest.Part(name: name, bytes: digest.bytes, sha256: digest.sha256)
                }
            )
            if differences.isEmpty, let place = manifest.difference(from: derived.document(summary)) {
                differences.append("manifest.json was changed after the pack was made: \(place)")
            }
            for line in differences { try ResultOutput.standard.write("differs: \(line)\n") }
            if count > found.count {
                try ResultOutput.standard.write("differs: \(count - found.count) more rows\n")
            }
            guard differences.isEmpty else { throw ExitStatus.found }
            try ResultOutput.standard.write(
                "the same: input, rules, and every finding derived again\nmanifest \(digest)\n"
            )
        }

        /// Screens the input again and compares row by row; also gives how many rows differ, and the counts.
        private func compared(
            _ manifest: StoredManifest,
            _ choices: EvidenceOptions,
            _ rules: ScreeningRules,
            _ inputs: EvidenceInputs
        ) async throws -> ([String], Int, ScreeningSummary) {
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
            let summary = try await batch.screen(with: screener, meter: nil) { rows, source in
                for row in rows {
                    guard let line = lines.line(row, of: source, in: names[source.file] ?? source.file) else {
                        continue
                    }
                    try line.isRejected ? rejected.note(line.text) : findings.note(line.text)
                }
            }
            try findings.finish()
            try rejected.finish()
            return (findings.differences + rejected.differences, findings.count + rejected.count, summary)
        }
    }
}

import Foundation
import Glibc
import Reporting
import Screening

/// An evidence pack that is being written: a folder that appears whole or not at all.
final class EvidenceFolder {
    private let target: String
    private let temporary: String
    private let inputs: EvidenceInputs
    private let options: ScreeningReportOptions
    private let lines: EvidenceLines
    private let findings: ResultOutput
    private let rejected: ResultOutput

    /// The names of the files of a pack.
    static let manifest = "manifest.json"
    static let findings = "findings.ndjson"
    static let rejected = "rejected.ndjson"

    /// Begins a pack at `path`, where nothing or an empty folder is.
    init(path: String, _ inputs: EvidenceInputs, _ options: ScreeningReportOptions) throws {
        let url = URL(filePath: path, directoryHint: .isDirectory)
        target = url.path(percentEncoded: false)
        let content = try? FileManager.default.contentsOfDirectory(atPath: target)
        guard content?.isEmpty ?? !FileManager.default.fileExists(atPath: target) else {
            throw CommandFailure("--evidence: '\(path)' is there already; expected a new or an empty folder")
        }
        let name = ".\(url.lastPathComponent).\(getpid()).part"
        temporary = url.deletingLastPathComponent().appending(path: name).path(percentEncoded: false)
        guard mkdir(temporary, 0o777) == 0 else {
            throw CommandFailure("--evidence: can't write '\(path)': \(SystemReason.text(of: errno))")
        }
        Interruption.willWrite(temporary)
        self.inputs = inputs
        self.options = options
        lines = EvidenceLines(options)
        findings = try ResultOutput(path: "\(temporary)/\(Self.findings)", option: "--evidence")
        rejected = try ResultOutput(path: "\(temporary)/\(Self.rejected)", option: "--evidence")
    }

    deinit {
        try? FileManager.default.removeItem(atPath: temporary)
        Interruption.didWrite(temporary)
    }

    /// Keeps the rows that have a finding or were rejected.
    func write(_ rows: [ScreenedRow], of source: RowSource) throws {
        var texts = (findings: "", rejected: "")
        for row in rows {
            guard let line = lines.line(row, of: source, in: EvidenceInputs.shortName(source.file)) else { continue }
            if line.isRejected { texts.rejected += line.text } else { texts.findings += line.text }
        }
        try findings.write(texts.findings)
        try rejected.write(texts.rejected)
    }

    /// Writes the manifest and puts the folder in its place.
    ///
    /// - Returns: The digest of the manifest, on which all others hang.
    func finish(_ summary: ScreeningSummary, _ choices: EvidenceOptions) throws -> FileDigest {
        try findings.finish()
        try rejected.finish()
        try inputs.checkUnchanged()
        let parts = try [Self.findings, Self.rejected].map { name in
            let digest = try FileDigest(path: "\(temporary)/\(name)")
            return EvidenceManifest.Part(name: name, bytes: digest.bytes, sha256: digest.sha256)
        }
        let manifest = EvidenceManifest(
            engineVersion: options.version,
            packs: options.packs,
            options: choices.list,
            inputs: inputs.parts,
            parts: parts
        )
        let file = try ResultOutput(path: "\(temporary)/\(Self.manifest)", option: "--evidence")
        try file.write(manifest.document(summary))
        try file.finish()
        let digest = try FileDigest(path: "\(temporary)/\(Self.manifest)")
        guard rename(temporary, target) == 0 else {
            throw CommandFailure("--evidence: can't write '\(target)': \(SystemReason.text(of: errno))")
        }
        return digest
    }
}

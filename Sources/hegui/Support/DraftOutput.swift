import Foundation
import RuleEngine

/// Writes drafted files into a data folder, and never over what is there.
struct DraftOutput {
    private let folder: URL

    /// Writes below `folder`, which need not be there yet.
    init(_ folder: URL) {
        self.folder = folder
    }

    /// The file at `path` below the folder, as messages name it.
    func shown(_ path: String) -> String {
        folder.appending(path: path).path(percentEncoded: false)
    }

    /// Whether there is something at `path` below the folder.
    func holds(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: shown(path))
    }

    /// Writes `files` by their paths below the folder, all of them or none.
    ///
    /// - Throws: A failure that names the first file that is there already, or that can't be written.
    func write(_ files: [(path: String, bytes: Data)]) throws(CommandFailure) {
        if let taken = files.first(where: { holds($0.path) }) {
            throw CommandFailure("'\(shown(taken.path))' is there already; nothing was written")
        }
        var written: [String] = []
        for file in files {
            let url = folder.appending(path: file.path)
            do {
                let parent = url.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                try file.bytes.write(to: url, options: .withoutOverwriting)
                written.append(file.path)
            } catch {
                for path in written { try? FileManager.default.removeItem(at: folder.appending(path: path)) }
                throw CommandFailure("can't write '\(shown(file.path))': \(SystemReason.text(of: error))")
            }
        }
    }

    /// Copies the file or folder at `path` of another data folder, where it has one and there is none here.
    func copy(_ path: String, from other: URL) throws(CommandFailure) {
        guard !holds(path), DraftOutput(other).holds(path) else { return }
        let target = folder.appending(path: path)
        do {
            let parent = target.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: other.appending(path: path), to: target)
        } catch {
            throw CommandFailure("can't copy '\(path)' to '\(shown(path))': \(SystemReason.text(of: error))")
        }
    }
}

extension DraftedFile {
    /// The file with its path below a data folder.
    var inDataFolder: (path: String, bytes: Data) { ("rules/\(path)", Data(text.utf8)) }
}

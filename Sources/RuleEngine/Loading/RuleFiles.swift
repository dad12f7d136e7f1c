internal import Crypto
internal import Foundation
internal import LegalText

/// The files of a rules folder, read once.
struct RuleFiles {
    /// A file's path as it is shown, with its text.
    struct File {
        let path: String
        let text: String
    }

    private let folder: URL

    init(_ folder: URL) {
        self.folder = folder
    }

    /// The text of the file at `path` below the folder.
    func file(_ path: String) -> File? {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: path).path(percentEncoded: false)),
            let text = String(data: data, encoding: .utf8)
        else { return nil }
        return File(path: shown(path), text: text)
    }

    /// The text of the file at `path`, as messages show it.
    static func text(at path: String) -> String? {
        FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
    }

    /// The path of a file as messages show it.
    func shown(_ path: String) -> String {
        folder.appending(path: path).path(percentEncoded: false)
    }

    /// The names in a folder below, sorted, without hidden ones.
    func names(in path: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: path).path(percentEncoded: false)
        )
        return (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Whether there is a folder at `path`.
    func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let found = FileManager.default.fileExists(
            atPath: folder.appending(path: path).path(percentEncoded: false),
            isDirectory: &isFolder
        )
        return found && isFolder.boolValue
    }

    /// The SHA-256 over the paths and contents of files, `sha256:…`; the same whatever the folder is called.
    static func digest(_ files: [(name: String, text: String)]) -> String {
        var hash = SHA256()
        for (name, text) in files.sorted(by: { $0.name < $1.name }) {
            // Lengths stand before contents, so that no two sets of files give the same bytes.
            hash.update(data: Data("\(name)\0\(text.utf8.count)\0".utf8))
            hash.update(data: Data(text.utf8))
        }
        return "sha256:" + hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
    }
}

import Foundation
import LegalText

/// Reads the `meta.yaml` of one notice after another and collects what is wrong with them.
struct CorpusLoader {
    /// The folder that holds one folder per notice.
    let folder: URL

    /// The entries read so far.
    private(set) var entries: [CorpusEntry] = []

    /// What is wrong, in the order it was found.
    private(set) var diagnostics: [Diagnostic] = []

    init(folder: URL) {
        self.folder = folder
    }

    /// Reads the metadata of the notice in the folder called `name`.
    mutating func load(_ name: String) {
        let notice = folder.appending(path: name)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: notice.path(percentEncoded: false), isDirectory: &isDirectory),
            isDirectory.boolValue
        else { return }
        let file = notice.appending(path: "meta.yaml")
        let path = file.path(percentEncoded: false)
        guard let data = FileManager.default.contents(atPath: path), let yaml = String(bytes: data, encoding: .utf8)
        else {
            diagnostics.append(.unreadable(path))
            return
        }
        var decoder = MetaDecoder(path: path, folderName: name)
        let entry = decoder.decode(yaml)
        diagnostics.append(contentsOf: decoder.diagnostics)
        guard let entry else { return }
        for text in entry.texts.values.sorted(by: { $0.file < $1.file }) {
            let textPath = notice.appending(path: text.file).path(percentEncoded: false)
            if !FileManager.default.isReadableFile(atPath: textPath) {
                diagnostics.append(.unreadable(textPath))
            }
        }
        entries.append(entry)
    }

    /// Reports a notice that was asked for and isn't there.
    mutating func report(missing id: String, among names: [String]) {
        let location = SourceLocation(path: folder.path(percentEncoded: false))
        let help = NearestName(names).suggestion(for: id)
        diagnostics.append(
            Diagnostic("corpus/no-such-notice", .error, in: location, "There is no notice '\(id)'", help: help)
        )
    }

    /// Reports repeals of notices that the corpus hasn't got.
    mutating func checkRepeals() {
        let ids = Set(entries.map(\.id))
        for entry in entries {
            for repealed in entry.repeals where !ids.contains(repealed) {
                let path = folder.appending(path: entry.id).appending(path: "meta.yaml").path(percentEncoded: false)
                let summary = "'\(entry.id)' repeals '\(repealed)', which the corpus hasn't got"
                let help = NearestName(ids.sorted()).suggestion(for: repealed)
                let location = SourceLocation(path: path)
                diagnostics.append(Diagnostic("corpus/no-such-notice", .error, in: location, summary, help: help))
            }
        }
    }
}

extension Diagnostic {
    /// A folder that isn't there.
    static func noSuchFolder(_ folder: URL) -> Diagnostic {
        Diagnostic(
            "corpus/no-such-folder",
            .error,
            in: SourceLocation(path: folder.path(percentEncoded: false)),
            "There is no such folder, or it can't be read",
            help: "a corpus is a folder with one folder per notice under 'notices'"
        )
    }

    /// A file that isn't there, or can't be read.
    static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic("corpus/unreadable", .error, in: SourceLocation(path: path), "The file is missing or can't be read")
    }
}

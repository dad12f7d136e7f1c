package import Foundation
internal import LegalText

extension RuleFolder {
    /// The rule files in the folder: of packs, rules, cases, concepts and negations, sorted by path.
    package var formattedFiles: [URL] { Self.formattedFiles(below: url) }

    /// The rule files at or below `url`, sorted by path.
    package static func formattedFiles(below url: URL) -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder) else {
            return []
        }
        guard isFolder.boolValue else { return format(of: url) == nil ? [] : [url] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { formattedFiles(below: url.appending(path: $0)) }
    }

    /// The file's text laid out, with the text as it stands.
    ///
    /// - Throws: An error where the file can't be read or laid out.
    package static func layout(of file: URL) throws(RulePackError) -> (before: String, after: String) {
        let path = file.path(percentEncoded: false)
        guard let format = format(of: file), let text = RuleFiles.text(at: path) else {
            let summary = "not a rule file in UTF-8: expected rule.yaml, cases.yaml, pack.yaml or a file of the lexicon"
            throw RulePackError([Diagnostic("rules/unreadable", .error, in: SourceLocation(path: path), summary)])
        }
        return (text, try format.formatted(text))
    }

    private static func format(of file: URL) -> RuleFileFormat? {
        let folder = file.deletingLastPathComponent().lastPathComponent
        return RuleFileFormat.Kind(fileName: file.lastPathComponent, inFolder: folder).map {
            RuleFileFormat($0, path: file.path(percentEncoded: false))
        }
    }
}

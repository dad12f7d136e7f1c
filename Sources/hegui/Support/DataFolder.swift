import Foundation
import LegalText
import NoticeCorpus
import RuleEngine

/// The folder that holds `rules/` and `corpus/`.
struct DataFolder {
    /// The folder itself.
    var url: URL { folder }

    private let folder: URL

    var rules: URL { folder.appending(path: "rules", directoryHint: .isDirectory) }
    var corpusFolder: URL { folder.appending(path: "corpus", directoryHint: .isDirectory) }

    /// Finds the folder: `given`, `$HEGUI_DATA`, `share/hegui` beside the executable's folder, the nearest folder
    /// above the executable that has both, `/usr/share/hegui`. Never the working directory.
    ///
    /// What the user names, and is not such a folder, is an error and isn't passed over.
    init(given: String?) throws(CommandFailure) {
        let environment = ProcessInfo.processInfo.environment["HEGUI_DATA"] ?? ""
        if let named = given.map({ (name: "--data", path: $0) })
            ?? (environment.isEmpty ? nil : (name: "$HEGUI_DATA", path: environment))
        {
            let url = URL(filePath: named.path, directoryHint: .isDirectory)
            guard Self.isDataFolder(url) else {
                throw CommandFailure(
                    "\(named.name): '\(named.path)' is not a data folder; expected one that holds 'rules' and 'corpus'"
                )
            }
            folder = url
            return
        }
        let candidates = Self.candidates
        guard let found = candidates.first(where: Self.isDataFolder) else {
            let tried = candidates.map { "  \($0.path(percentEncoded: false))" }.joined(separator: "\n")
            throw CommandFailure(
                "no rules and corpus found; name their folder with --data or $HEGUI_DATA. Tried:\n\(tried)"
            )
        }
        folder = found
    }

    private static var candidates: [URL] {
        var candidates: [URL] = []
        // Not the first argument: that is what the caller typed, and may be anything.
        if let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            var ancestor = URL(filePath: executable).deletingLastPathComponent()
            candidates.append(ancestor.deletingLastPathComponent().appending(path: "share/hegui"))
            while true {
                candidates.append(ancestor)
                let parent = ancestor.deletingLastPathComponent()
                guard parent.pathComponents.count < ancestor.pathComponents.count else { break }
                ancestor = parent
            }
        }
        return candidates + [URL(filePath: "/usr/share/hegui")]
    }

    private static func isDataFolder(_ folder: URL) -> Bool {
        ["rules", "corpus"].allSatisfy { name in
            var isDirectory: ObjCBool = false
            let path = folder.appending(path: name).path(percentEncoded: false)
            return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
        }
    }
}

extension DataFolder {
    /// The notices.
    func corpus() throws(CommandFailure) -> NoticeCorpus {
        do {
            return try NoticeCorpus.load(from: corpusFolder)
        } catch {
            throw CommandFailure(located: error.diagnostics.map(\.description).joined(separator: "\n"))
        }
    }

    /// The rules, not yet compiled.
    func ruleFolder() throws(CommandFailure) -> RuleFolder {
        RuleFolder(rules: rules, corpus: try corpus())
    }

    /// The compiled pack called `id`.
    func pack(_ id: String) throws(CommandFailure) -> CompiledRulePack {
        try loading { folder throws(RulePackError) in try folder.pack(id) }
    }

    /// The pack called `id` as its files have it, with the lexicon.
    func contents(of id: String) throws(CommandFailure) -> (pack: RulePack, lexicon: Lexicon) {
        try loading { folder throws(RulePackError) in try folder.contents(of: id) }
    }

    /// The coverage of the packs called `ids`, or of all.
    func coverage(of ids: [String]) throws(CommandFailure) -> [CoverageReport] {
        try loading { folder throws(RulePackError) in
            var reports: [CoverageReport] = []
            for id in ids.isEmpty ? folder.packIDs : ids { reports.append(try folder.coverage(of: id)) }
            guard reports.isEmpty else { return reports }
            throw RulePackError(folder.lint())
        }
    }

    /// The files of a pack drafted from a notice.
    func draft(_ draft: PackDraft) throws(CommandFailure) -> [DraftedFile] {
        try loading { folder throws(RulePackError) in try folder.draft(draft) }
    }

    /// The files of a new rule.
    func newRule(_ id: String, norm: String?) throws(CommandFailure) -> [DraftedFile] {
        try loading { folder throws(RulePackError) in try folder.newRule(id, norm: norm) }
    }

    /// What became of taking the rules apart.
    func mutations(of id: String?, isThorough: Bool) throws(CommandFailure) -> MutationReport {
        try loading { folder throws(RulePackError) in try folder.mutations(of: id, isThorough: isThorough) }
    }

    private func loading<Value>(
        _ load: (RuleFolder) throws(RulePackError) -> Value
    ) throws(CommandFailure) -> Value {
        do {
            return try load(ruleFolder())
        } catch let error as RulePackError {
            throw CommandFailure(located: error.diagnostics.map(\.description).joined(separator: "\n"))
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}

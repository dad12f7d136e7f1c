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

    /// By which rule the folder was found.
    let origin: Origin

    /// The pack that is used where none is named.
    var standardPack = ScreeningOptions.standardPack

    /// Whose packs are used; `nil` where it doesn't matter who made them.
    var trust: PackTrust?

    /// A rule by which data folders are found, in the order in which they are tried.
    enum Origin: String, CaseIterable {
        /// `--data` names it.
        case option
        /// `$HEGUI_DATA` names it.
        case environment
        /// The configuration file names it.
        case configuration
        /// It is `share/hegui` beside the executable's folder.
        case besideProgram = "beside-program"
        /// It is the nearest folder above the executable.
        case aboveProgram = "above-program"
        /// It is `/usr/share/hegui`.
        case system
    }

    /// Finds the folder: `given`, `$HEGUI_DATA`, the one that is `configured`, `share/hegui` beside the executable's folder, the
    /// nearest folder above the executable that has both, `/usr/share/hegui`. Never the working directory.
    ///
    /// What the user names, and is not such a folder, is an error and isn't passed over.
    init(given: String?, configured: String?) throws(CommandFailure) {
        let environment = ProcessInfo.processInfo.environment["HEGUI_DATA"] ?? ""
        let named =
            given.map { (name: "--data", path: $0, origin: Origin.option) }
            ?? (environment.isEmpty ? nil : (name: "$HEGUI_DATA", path: environment, origin: .environment))
            ?? configured.map { (name: "'data' of the configuration", path: $0, origin: .configuration) }
        if let named {
            let url = URL(filePath: named.path, directoryHint: .isDirectory)
            guard Self.isDataFolder(url) else {
                throw CommandFailure(
                    "\(named.name): '\(named.path)' is not a data folder; expected one that holds 'rules' and 'corpus'"
                )
            }
            (folder, origin) = (url, named.origin)
            return
        }
        let candidates = Self.candidates
        guard let found = candidates.first(where: { Self.isDataFolder($0.folder) }) else {
            let tried = candidates.map { "  \($0.folder.path(percentEncoded: false))" }.joined(separator: "\n")
            throw CommandFailure(
                "no rules and corpus found; name their folder with --data or $HEGUI_DATA. Tried:\n\(tried)"
            )
        }
        (folder, origin) = found
    }

    private static var candidates: [(folder: URL, origin: Origin)] {
        var candidates: [(URL, Origin)] = []
        // Not the first argument: that is what the caller typed, and may be anything.
        if let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            var ancestor = URL(filePath: executable).deletingLastPathComponent()
            candidates.append((ancestor.deletingLastPathComponent().appending(path: "share/hegui"), .besideProgram))
            while true {
                candidates.append((ancestor, .aboveProgram))
                let parent = ancestor.deletingLastPathComponent()
                guard parent.pathComponents.count < ancestor.pathComponents.count else { break }
                ancestor = parent
            }
        }
        return candidates + [(URL(filePath: "/usr/share/hegui"), .system)]
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
        RuleFolder(rules: rules, corpus: try corpus(), trust: trust)
    }

    /// The compiled pack called `id`: the stored one where it is up to date, or else the one that the files make, which is
    /// then stored for the next start.
    func pack(_ id: String) throws(CommandFailure) -> CompiledRulePack {
        // Whoever can write where packs are stored needs no key, so where signatures count the files do.
        if StoredPacks.isOff || trust != nil {
            return try loading { folder throws(RulePackError) in try folder.pack(id) }
        }
        let place = StoredPacks.userFolder(for: self)
        let store = packStore(folders: [compiledFolder] + (place.map { [$0] } ?? []))
        if let pack = store.pack(id) { return pack }
        let key = store.key()
        return try loading { folder throws(RulePackError) in
            let pack = try folder.pack(id)
            if let place { store.save(pack, of: folder, since: key, in: place) }
            return pack
        }
    }

    /// Compiles the pack called `id` and stores it in `place`.
    ///
    /// - Returns: The path and size in bytes of the stored pack.
    func compile(_ id: String, into place: String) throws(CommandFailure) -> (path: String, size: Int) {
        let store = packStore(folders: [])
        let key = store.key()
        let stored = try loading { folder throws(RulePackError) in
            store.save(try folder.pack(id), of: folder, since: key, in: place)
        }
        guard let stored else {
            throw CommandFailure("\(place): the compiled pack '\(id)' can't be written there")
        }
        return stored
    }

    /// Where `hegui rules compile` puts packs unless it is told otherwise: beside the rules.
    var compiledFolder: String { folder.appending(path: "compiled").path(percentEncoded: false) }

    /// The path of the folder, whatever it was called.
    var absolutePath: String { folder.standardizedFileURL.path(percentEncoded: false) }

    private func packStore(folders: [String]) -> CompiledPackStore {
        CompiledPackStore(
            rules: rules.path(percentEncoded: false),
            corpus: corpusFolder.path(percentEncoded: false),
            engine: StoredPacks.engine,
            folders: folders
        )
    }

    /// The pack called `id` as its files have it, with the lexicon.
    func contents(of id: String) throws(CommandFailure) -> (pack: RulePack, lexicon: Lexicon) {
        try loading { folder throws(RulePackError) in
            // It says which packs there are.
            if !folder.packIDs.contains(id) { _ = try folder.pack(id) }
            return try folder.contents(of: id)
        }
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
        let pack = String(id.prefix { $0 != "/" })
        if try !ruleFolder().packIDs.contains(pack), try corpus().entry(pack) != nil {
            throw CommandFailure(
                "the notice '\(pack)' has no pack of rules yet; 'hegui rules draft \(pack)' begins one, "
                    + "or write rules/\(pack)/pack.yaml with id, notice, version and title"
            )
        }
        return try loading { folder throws(RulePackError) in try folder.newRule(id, norm: norm) }
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

public import Foundation
public import LegalText
public import NoticeModel
import Synchronization

/// The notices of one `corpus/` folder: their metadata, and their texts, each parsed when it is first asked for.
public struct NoticeCorpus: Sendable {
    /// The folder that holds `notices/`.
    public let folder: URL

    /// What the metadata says about each notice, in the order of their ids.
    public let entries: [CorpusEntry]

    /// The texts that were parsed so far.
    private let shelf = TextShelf()

    private init(folder: URL, entries: [CorpusEntry]) {
        self.folder = folder
        self.entries = entries
    }

    /// Reads the metadata of the corpus in `folder`, or of the notices called `ids` only.
    ///
    /// No text is parsed yet, so that loading takes milliseconds.
    ///
    /// - Throws: An error with every mistake of every `meta.yaml`, and every text that is named and isn't there.
    public static func load(from folder: URL, only ids: Set<String>? = nil) throws(CorpusError) -> NoticeCorpus {
        let notices = folder.appending(path: "notices")
        let found: [String]
        do {
            found = try FileManager.default.contentsOfDirectory(atPath: notices.path(percentEncoded: false))
        } catch {
            throw CorpusError([.noSuchFolder(notices)])
        }
        var loader = CorpusLoader(folder: notices)
        for name in found.sorted() where !name.hasPrefix(".") && ids?.contains(name) ?? true {
            loader.load(name)
        }
        for missing in (ids ?? []).subtracting(found).sorted() {
            loader.report(missing: missing, among: found)
        }
        if ids == nil {
            loader.checkRepeals()
        }
        guard !loader.diagnostics.contains(where: { $0.severity == .error }) else {
            throw CorpusError(loader.diagnostics)
        }
        return NoticeCorpus(folder: folder, entries: loader.entries)
    }

    /// What the metadata says about the notice called `id`, such as `yinfa-2026-42`.
    public func entry(_ id: String) -> CorpusEntry? {
        entries.first { $0.id == id }
    }

    /// The notice that `citation` names by its document number; `nil` where it names none, or one that the corpus hasn't
    /// got.
    public func entry(citedBy citation: Citation) -> CorpusEntry? {
        guard let number = citation.documentNumber else { return nil }
        return entries.first { $0.documentNumber == number }
    }

    /// The notices that repeal the one called `id`.
    public func repealing(_ id: String) -> [CorpusEntry] {
        entries.filter { $0.repeals.contains(id) }
    }

    /// The text of a notice in one language, parsed once and then kept; `nil` where the corpus has no such notice
    /// or no text of it in that language.
    ///
    /// - Throws: An error where the file can't be read.
    public func text(
        notice id: String,
        language: LocalizedText.Language
    ) throws(CorpusError) -> CorpusText? {
        guard let entry = entry(id), let description = entry.texts[language] else { return nil }
        if let known = shelf[id, language] { return known }
        let file = folder.appending(path: "notices").appending(path: id).appending(path: description.file)
        let text = try CorpusText(entry: entry, language: language, description: description, file: file)
        shelf[id, language] = text
        return text
    }

    /// The text that `name` names: `yinfa-2021-237/en`, or `yinfa-2021-237` for the Chinese text (or the English one
    /// where there is no Chinese text); `nil` where there is none.
    ///
    /// - Throws: An error where the file can't be read.
    public func text(named name: String) throws(CorpusError) -> CorpusText? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1:
            let languages = LocalizedText.Language.allCases.filter { entry(parts[0])?.texts[$0] != nil }
            guard let language = languages.first else { return nil }
            return try text(notice: parts[0], language: language)
        case 2:
            guard let language = LocalizedText.Language(rawValue: parts[1]) else { return nil }
            return try text(notice: parts[0], language: language)
        default:
            return nil
        }
    }
}

/// The parsed texts of a corpus; a class, so that copies of the corpus share them.
private final class TextShelf: Sendable {
    private let texts = Mutex<[String: CorpusText]>([:])

    subscript(id: String, language: LocalizedText.Language) -> CorpusText? {
        get { texts.withLock { $0["\(id)/\(language.rawValue)"] } }
        set { texts.withLock { $0["\(id)/\(language.rawValue)"] = newValue } }
    }
}

import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import RuleEngine

/// The notice that a pack is drafted from: one of the corpus, or a file that is to be added to it.
struct DraftedNotice {
    /// What the pack is drafted from.
    let draft: PackDraft

    /// The corpus files to write, with their paths below a data folder; none where the corpus has the notice.
    let files: [(path: String, bytes: Data)]

    /// Reads the notice called `name`; a file of that name wins over the corpus.
    ///
    /// - Parameters:
    ///   - name: A file, or a notice of the corpus.
    ///   - id: What a notice from a file is to be called; from the file's name where it isn't given.
    ///   - data: Where the corpus is.
    /// - Throws: A failure where there is no such notice, or its id can't be one.
    init(named name: String, id: String?, data: DataOptions) throws(CommandFailure) {
        guard name != "-" else {
            throw CommandFailure("a pack needs its notice in the corpus: give a file or a notice's id, not '-'")
        }
        let source = try NoticeSource(named: name, encoding: nil, data: data)
        let notice = source.notice
        let language: LocalizedText.Language = notice.header.language.isChinese ? .zh : .en
        if source.provenance != nil {
            let corpus = try data.folder().corpus()
            let known = String(name.prefix { $0 != "/" })
            guard id == nil || id == known else {
                throw CommandFailure("--id: the corpus calls the notice '\(known)', and so must its pack")
            }
            guard let entry = corpus.entry(known) else {
                throw CommandFailure("there is no notice '\(known)' in the corpus")
            }
            guard let counted = LocalizedText.Language.allCases.first(where: { entry.texts[$0] != nil }),
                counted == language
            else {
                throw CommandFailure(
                    "rules enforce the Chinese text where there is one: give '\(known)' and not '\(name)'"
                )
            }
            draft = PackDraft(
                id: entry.id,
                notice: notice,
                language: language,
                title: entry.title,
                successor: corpus.repealing(entry.id).first?.id
            )
            files = []
            return
        }
        let id = try Self.checked(id ?? URL(filePath: name).deletingPathExtension().lastPathComponent.lowercased())
        let printed = notice.header.title.map(\.text) ?? notice.header.documentNumber.map(\.text) ?? id
        let toDo = LocalizedText(zh: "待补充", en: "to be completed")
        let title =
            language == .zh
            ? LocalizedText(zh: printed, en: toDo.en) : LocalizedText(zh: toDo.zh, en: printed)
        draft = PackDraft(id: id, notice: notice, language: language, title: title)
        guard let bytes = FileManager.default.contents(atPath: name) else {
            throw CommandFailure(located: "\(name): error: can't be read")
        }
        let isPage = ["html", "htm"].contains(URL(filePath: name).pathExtension.lowercased())
        let file = "\(language.rawValue).\(isPage ? "html" : "txt")"
        let origin = URL(filePath: name).lastPathComponent
        let meta = NoticeMetadata(id, notice, title: title, file: file, from: origin).text
        files = [
            ("corpus/notices/\(id)/meta.yaml", Data(meta.utf8)), ("corpus/notices/\(id)/\(file)", bytes),
        ]
    }

    private static func checked(_ id: String) throws(CommandFailure) -> String {
        guard RuleName.isValid(id), id != "lexicon" else {
            throw CommandFailure(
                "'\(id)' can't be a notice's id; give one with --id: small letters, digits and hyphens, such as yinfa-2026-42"
            )
        }
        return id
    }
}

/// The names of packs and rules, which are folders too.
enum RuleName {
    /// Whether `name` is of small letters, digits and hyphens, and starts with a letter or digit.
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.first != "-"
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

import Foundation
import LegalText
import NoticeComparison
import NoticeModel
import Reporting

/// Two notices that the user named, compared.
struct ComparedNotices {
    /// What changed.
    let comparison: Comparison

    /// The old text as the user named it.
    let old: ComparedSource

    /// The new text as the user named it.
    let new: ComparedSource

    /// Reads and compares the notices called `old` and `new`.
    init(
        _ old: String,
        _ new: String,
        encoding: TextEncoding? = nil,
        data: DataOptions
    ) throws(CommandFailure) {
        let before = try NoticeSource(named: old, encoding: encoding, data: data)
        let after = try NoticeSource(named: new, encoding: encoding, data: data)
        let (first, second) = (before.notice.header.language, after.notice.header.language)
        guard first.isChinese == second.isChinese else {
            throw CommandFailure(
                "'\(old)' is in \(first.isChinese ? "Chinese" : "English"), '\(new)' in "
                    + "\(second.isChinese ? "Chinese" : "English"); expected two texts in one language"
            )
        }
        for (name, source) in [(old, before), (new, after)] where source.notice.articles.isEmpty {
            StandardError.print("\(name): warning[diff/no-articles]: no article was found; its paragraphs are compared")
        }
        let comparer = NoticeComparer(variants: Self.variants(data))
        comparison = comparer.compare(
            before.notice,
            after.notice,
            uncertainOld: before.uncertainSpans,
            uncertainNew: after.uncertainSpans
        )
        self.old = ComparedSource(name: old, status: before.provenance?.status)
        self.new = ComparedSource(name: new, status: after.provenance?.status)
    }

    /// Traditional and variant characters, where the data folder has the tables.
    private static func variants(_ data: DataOptions) -> VariantCharacters {
        (try? data.folder()).map(variants(of:)) ?? VariantCharacters()
    }

    /// Traditional and variant characters of the tables in `folder`.
    static func variants(of folder: DataFolder) -> VariantCharacters {
        var variants = VariantCharacters()
        for name in ["traditional", "variant"] {
            let file = folder.rules.appending(path: "lexicon/folding/\(name).tsv")
            if let table = try? String(contentsOf: file, encoding: .utf8) { variants.add(table: table) }
        }
        return variants
    }
}

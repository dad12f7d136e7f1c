import DocumentReading
import LegalText
import NoticeComparison
import NoticeModel
import NoticeParsing
import TestSupport

/// Two texts compared, with short ways to look at what came out.
struct ComparedPair {
    let comparison: Comparison

    init(_ old: String, _ new: String) throws {
        comparison = NoticeComparer(variants: Self.variants).compare(try Self.notice(old), try Self.notice(new))
    }

    static func notice(_ text: String) throws -> Notice {
        NoticeParser().parse(try DocumentReader().read(Array(text.utf8)))
    }

    static let variants: VariantCharacters = {
        var variants = VariantCharacters()
        for name in ["traditional", "variant"] {
            guard let bytes = try? ProjectFolder.bytes("rules/lexicon/folding/\(name).tsv") else { continue }
            variants.add(table: String(decoding: bytes, as: UTF8.self))
        }
        return variants
    }()

    var kinds: Set<Change.Kind> { Set(comparison.changes.map(\.kind)) }
    var effects: Set<Effect> { Set(comparison.changes.map(\.effect)) }

    /// The rows as text: `art_1 > art_2 substitution stricter`.
    var lines: [String] { comparison.changes.map(Self.line) }

    static func line(_ change: Change) -> String {
        "\(ids(change.old)) > \(ids(change.new)) \(change.kind.rawValue) \(change.effect.rawValue)"
    }

    static func ids(_ passages: [Passage]) -> String {
        var seen: Set<String> = []
        let ids = passages.map(\.provision.rawValue).filter { seen.insert($0).inserted }
        return ids.isEmpty ? "-" : ids.joined(separator: ",")
    }

    /// The pairs of articles that share a row, by the place of each article in its text.
    var articlePairs: Set<ArticlePair> {
        func places(_ notice: Notice) -> [String: Int] {
            Dictionary(
                notice.articles.enumerated().map { ($1.id.rawValue, $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let (these, those) = (places(comparison.old), places(comparison.new))
        func article(_ passage: Passage) -> String {
            String(passage.provision.rawValue.split(separator: "__").first ?? "")
        }
        var pairs: Set<ArticlePair> = []
        for row in comparison.rows {
            for left in row.old.compactMap({ these[article($0)] }) {
                for right in row.new.compactMap({ those[article($0)] }) {
                    pairs.insert(ArticlePair(old: left, new: right))
                }
            }
        }
        return pairs
    }
}

/// An article of the old text with one of the new, each by its place.
struct ArticlePair: Hashable {
    let old: Int
    let new: Int
}

import Foundation
import LegalText
import NoticeComparison
import NoticeCorpus
import NoticeModel
import TestSupport
import Testing

@Suite("From 银发〔2021〕237号 to 银发〔2026〕42号")
struct NoticePairTests {
    private static func comparison(_ language: LocalizedText.Language) throws -> Comparison {
        let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        let old = try #require(try corpus.text(notice: "yinfa-2021-237", language: language))
        let new = try #require(try corpus.text(notice: "yinfa-2026-42", language: language))
        return NoticeComparer(variants: ComparedPair.variants).compare(
            old.notice,
            new.notice,
            uncertainOld: old.uncertainSpans,
            uncertainNew: new.uncertainSpans
        )
    }

    /// The rows of the table written by hand: old, new and effect.
    private static func expected(_ language: LocalizedText.Language) throws -> Set<String> {
        let path = "corpus/notices/yinfa-2026-42/changes-from-yinfa-2021-237.tsv"
        let text = String(decoding: try ProjectFolder.bytes(path), as: UTF8.self)
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let effect = language == .en && !cells[3].isEmpty ? cells[3] : cells[2]
            return "\(cells[0]) > \(cells[1]) \(effect)"
        }
        return Set(rows)
    }

    @Test("gives the table of a close reading", arguments: LocalizedText.Language.allCases)
    func table(language: LocalizedText.Language) throws {
        let found = try Self.comparison(language).changes.map { change in
            "\(ComparedPair.ids(change.old)) > \(ComparedPair.ids(change.new)) \(change.effect.rawValue)"
        }
        #expect(Set(found).subtracting(["preamble > preamble neutral"]) == (try Self.expected(language)))
    }

    @Test("names the terms, the new subject, the issuers and the legal basis")
    func head() throws {
        let comparison = try Self.comparison(.zh)
        #expect(comparison.terms.added == ["稳定币", "现实世界资产代币化", "RWA"])
        #expect(comparison.terms.removed == [])
        #expect(comparison.subjects.added == ["现实世界资产代币化"])
        let issuers = try #require(comparison.header.first { $0.field == .issuers })
        #expect(issuers.added == ["国家发展改革委"])
        #expect(issuers.removed == ["中央网信办", "最高人民法院", "最高人民检察院"])
        #expect(issuers.renamed.map(\.new) == ["金融监管总局", "中国证监会", "国家外汇局"])
        let basis = try #require(comparison.header.first { $0.field == .legalBasis })
        #expect(basis.added.count == 4)
        #expect(basis.removed.count == 3)
    }

    @Test("gives each mixed change a reason for either side")
    func mixedReasons() throws {
        let comparison = try Self.comparison(.zh)
        for change in comparison.changes where change.effect == .mixed {
            #expect(Set(change.reasons.map(\.effect)).isSuperset(of: [.stricter, .looser]))
        }
        let exchanges = try #require(comparison.changes.first { $0.old.first?.provision.rawValue == "art_3" })
        let aspects = Set(exchanges.reasons.map(\.aspect))
        #expect(aspects.isSuperset(of: [.modality, .bearers, .scope]))
    }

    @Test("says where a change may be an artefact of reconstructed words")
    func artefacts() throws {
        let comparison = try Self.comparison(.zh)
        func change(_ id: String) -> Change? { comparison.changes.first { $0.new.first?.provision.rawValue == id } }
        // Quoted in public: Art. 13 and the third paragraph of Art. 1. Reconstructed: Art. 9.
        #expect(change("art_13")?.mayBeArtefact == false)
        #expect(change("art_1__para_3")?.mayBeArtefact == false)
        #expect(change("art_9")?.mayBeArtefact == true)
    }

    @Test("sees the mirror image from the other side")
    func mirrored() throws {
        func text(_ id: String) throws -> String {
            String(decoding: try ProjectFolder.bytes("corpus/notices/\(id)/zh.txt"), as: UTF8.self)
        }
        let (old, new) = (try text("yinfa-2021-237"), try text("yinfa-2026-42"))
        let there = try ComparedPair(old, new).comparison.changes
        let back = try ComparedPair(new, old).comparison.changes
        #expect(
            Set(there.map { "\(ComparedPair.ids($0.old)) > \(ComparedPair.ids($0.new))" })
                == Set(back.map { "\(ComparedPair.ids($0.new)) > \(ComparedPair.ids($0.old))" })
        )
    }
}

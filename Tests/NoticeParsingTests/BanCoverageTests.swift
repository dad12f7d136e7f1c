import DocumentReading
import Foundation
import LegalText
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

@Suite("Sentences with a word that forbids")
struct BanCoverageTests {
    private static let words: [LocalizedText.Language: [String]] = [
        .zh: ["不得", "禁止", "严禁", "不准", "不允许", "不许", "不应且不能", "坚决杜绝", "坚决取缔"],
        .en: [
            "must not", "shall not", "may not", "should not", "not allowed to", "prohibited", "forbidden",
            "no unit", "resolutely banned",
        ],
    ]

    /// The words of `notice` that forbid and that neither a prohibition nor a diagnostic accounts for.
    private func unaccounted(_ notice: Notice, _ language: LocalizedText.Language) -> [String] {
        let norms = notice.articles.flatMap(\.norms) + notice.looseNorms
        let accounted =
            norms.filter { $0.kind == .prohibition }.map(\.span)
            + notice.diagnostics.filter { $0.id == "norms/ban-not-read" }.compactMap(\.span)
            // 不得少于 is a duty to keep to a quantity; 禁止性 and the like are names.
            + norms.filter { $0.kind == .obligation }.compactMap(\.cue)
        let source = Array(notice.source.string.utf8)
        return notice.articles.map(\.span).flatMap { article in
            (Self.words[language] ?? []).flatMap { word in
                places(of: Array(word.utf8), in: source, article).filter { place in
                    !accounted.contains { $0.start <= place.start && place.end <= $0.end } && !isName(place, in: source)
                }.map { notice.text(at: TextSpan(start: $0.start, end: min(article.end, $0.end + 30))) }
            }
        }
    }

    private func places(of word: [UInt8], in source: [UInt8], _ span: TextSpan) -> [TextSpan] {
        guard span.count >= word.count else { return [] }
        return (span.start...(span.end - word.count)).filter { source[$0..<($0 + word.count)].elementsEqual(word) }
            .map { TextSpan(start: $0, end: $0 + word.count) }
    }

    private func isName(_ place: TextSpan, in source: [UInt8]) -> Bool {
        let behind = source[place.end..<min(source.count, place.end + 3)]
        return ["性", "类", "令"].contains { behind.elementsEqual($0.utf8) }
    }

    @Test(
        "of the corpus are covered by a prohibition or a stated reason",
        arguments: [
            ("yinfa-2026-42/zh", LocalizedText.Language.zh), ("yinfa-2026-42/en", .en), ("yinfa-2021-237/zh", .zh),
            ("yinfa-2021-237/en", .en),
        ]
    )
    func corpus(name: String, language: LocalizedText.Language) throws {
        let notice = NoticeParser().parse(try DocumentReader().read(ProjectFolder.bytes("corpus/notices/\(name).txt")))
        #expect(!notice.articles.isEmpty)
        #expect(unaccounted(notice, language) == [])
    }

    @Test("of a law are covered by a prohibition or a stated reason")
    func law() {
        let notice = SampleNotice.parse(SampleLaw.text)
        #expect(notice.articles.count == 30)
        #expect(unaccounted(notice, .zh) == [])
    }

    @Test(
        "of the notice on mining are covered by a prohibition or a stated reason",
        .enabled(if: ProjectFolder.shared != nil, "the folder of shared test inputs isn't there")
    )
    func mining() throws {
        let folder = try #require(ProjectFolder.shared)
        for file in ["ndrc-2021-1283.zh.txt", "ndrc-2021-1283.zh.ndrc-page.html"] {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "corpus").appending(path: file)))
            let notice = NoticeParser().parse(try DocumentReader().read(bytes))
            #expect(notice.articles.count == 20)
            #expect(unaccounted(notice, .zh) == [])
        }
    }

    @Test("say why, where they forbid nothing")
    func reasons() throws {
        let notice = SampleNotice.parse("（一）子丑寅卯。\n（二）按照“严禁转动”的要求办理。\n（三）不予许可的，应当说明理由。")
        let found = notice.diagnostics.filter { $0.id == "norms/ban-not-read" }
        #expect(found.map { $0.span.map(notice.text(at:)) } == ["严禁", "不予"])
    }
}

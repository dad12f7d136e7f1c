import Foundation
import LegalText
import NoticeComparison
import NoticeModel
import TestSupport
import Testing

@Suite("Made-up laws and versions of them, with what a careful reader finds")
struct AmendedPairTests {
    /// A line of `changes.tsv`.
    struct Line: Hashable, CustomStringConvertible {
        let old: String
        let new: String
        let kind: String
        let effect: String
        let isMoved: Bool

        var description: String { "\(old) > \(new) \(kind) \(effect)\(isMoved ? " moved" : "")" }
    }

    private static let folder = "corpus/conformance/amendments"

    static let names: [String] = {
        let path = ProjectFolder.root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.contains(".") }
            .sorted()
    }()

    @Test("has pairs to compare")
    func pairs() {
        #expect(Self.names.count >= 6)
    }

    @Test("finds what happened to every article, and what it means", arguments: names)
    func table(name: String) throws {
        func text(_ file: String) throws -> String {
            String(decoding: try ProjectFolder.bytes("\(Self.folder)/\(name)/\(file)"), as: UTF8.self)
        }
        let expected = try Self.lines(try text("changes.tsv"))
        let comparison = try ComparedPair(try text("old.txt"), try text("new.txt")).comparison
        let found = comparison.rows.map { row in
            Line(
                old: Self.articles(row.old),
                new: Self.articles(row.new),
                kind: row.kind.rawValue,
                effect: row.effect.rawValue,
                isMoved: row.isMoved
            )
        }
        for line in Set(expected).subtracting(found).sorted(by: { $0.description < $1.description }) {
            Issue.record("expected \(line)")
        }
        for line in Set(found).subtracting(expected).sorted(by: { $0.description < $1.description }) {
            Issue.record("found \(line)")
        }
    }

    @Test("sees the mirror image from the other side", arguments: names)
    func mirrored(name: String) throws {
        func text(_ file: String) throws -> String {
            String(decoding: try ProjectFolder.bytes("\(Self.folder)/\(name)/\(file)"), as: UTF8.self)
        }
        try PropertyTests.expectMirror(try text("old.txt"), try text("new.txt"))
    }

    @Test("says of a text in English that it is unlike one in Chinese only by finding nothing in common")
    func languages() throws {
        let pair = try ComparedPair("Rules\nArticle 1 Nobody shall sell.\n", "办法\n第一条　不得销售。\n")
        #expect(pair.kinds.isSubset(of: [.insertion, .repeal, .substitution]))
    }

    /// The lines of a table. Where the last column says which effect the program gives instead, and why, that one counts;
    /// lines with `?` are known to be missed, those with `!` are what is found in their place.
    private static func lines(_ table: String) throws -> [Line] {
        try table.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("?") }.map { line in
            let cells = line.trimmingPrefix("! ").split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init
            )
            try #require(cells.count >= 5)
            let instead = cells.count > 5 ? cells[5].split(separator: ":").first.map(String.init) : nil
            return Line(
                old: cells[0],
                new: cells[1],
                kind: cells[2],
                effect: instead ?? cells[3],
                isMoved: cells[2] == "move" || cells[4] == "moved"
            )
        }
    }

    private static func articles(_ passages: [Passage]) -> String {
        var seen: Set<String> = []
        let ids = passages.map { String($0.provision.rawValue.split(separator: "__").first ?? "") }
            .filter { seen.insert($0).inserted }
        return ids.isEmpty ? "-" : ids.joined(separator: ",")
    }
}

@Suite("Comparing anything with anything")
struct DegenerateTextTests {
    private static let head = "示例市场管理办法\n"

    /// Texts that nobody would compare on purpose.
    private static let texts: [String] = [
        "一段没有编号的话。",
        head + "第一条　本办法自公布之日起施行。\n",
        head + String(repeating: "市场经营者应当公示价格。", count: 3_000) + "\n",
        head + (1...300).map { "第\(ChineseNumeral.text($0))条　任何单位和个人有权举报。\n" }.joined(),
        head + (1...40).map { "第\($0 % 3)条　\(String(repeating: "不得", count: $0))\n" }.joined(),
        "Rules\nArticle 1 Nobody shall sell.\nArticle 2 These Rules enter into force on 1 May 2024.\n",
        head + "第一条　A trader shall not sell <b>旧货</b> & \u{202E}价格\u{0}。\n（一）\n（二）（三）\n第一条之一\n",
        LawDraft(count: 12, seed: 99).text,
    ]

    @Test("gives an answer for every pair, and tells each provision once", .timeLimit(.minutes(15)))
    func pairs() throws {
        for old in Self.texts {
            for new in Self.texts { try Self.expectCover(old, new) }
        }
    }

    @Test("gives an answer for texts of random pieces", arguments: 1...40 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "第一条", "第十二条之一", "第99条", "（一）", "1.", "\n", "\n\n", "。", "；", "：", "，", "不得", "应当", "可以", "除外", "但",
            "市场经营者", "三十日内", "罚款",
            "一万元", "“RWA”", "本办法第二条", "Article 3", "shall not", " ", "\u{3000}", "\u{200B}", "𠮷", "e\u{301}",
            "第一章　总则\n", "附件1\n", "自公布之日起施行",
        ]
        func text() -> String {
            (0..<(Int(random.next() % 160))).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        }
        try Self.expectCover(text(), text())
    }

    /// Every article of both texts is told in some row, and every span lies in its text.
    private static func expectCover(_ old: String, _ new: String) throws {
        let comparison = try ComparedPair(old, new).comparison
        for (notice, isNew) in [(comparison.old, false), (comparison.new, true)] {
            let told = Set(comparison.rows.flatMap { isNew ? $0.new : $0.old }.map(\.provision.rawValue))
            for article in notice.articles where !article.norms.isEmpty {
                let id = article.id.rawValue
                #expect(told.contains { $0 == id || $0.hasPrefix(id + "__") }, "\(id) is in no row")
            }
            for pair in comparison.rows.flatMap(\.pairs) {
                let spans =
                    [isNew ? pair.new : pair.old].compactMap(\.self) + pair.edits.compactMap { isNew ? $0.new : $0.old }
                #expect(spans.allSatisfy { $0.start <= $0.end && $0.end <= notice.source.count })
            }
        }
    }
}

import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import RecordModel
import RuleEngine
import Screening
import TestSupport
import Testing

/// The articles of the documentation catalogue show whole files of `Snippets`, which are built here and tried.
@Suite("The articles for programmers", .timeLimit(.minutes(15)))
struct ArticleTests {
    private static let root = ProjectFolder.root

    @Test("show every snippet once, to the letter, and no other code")
    func snippets() throws {
        let folder = Self.root.appending(path: "Tests/DocumentationTests/Snippets")
        var unseen: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) {
            unseen[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        #expect(!unseen.isEmpty)
        for article in try Article.all() {
            for block in article.blocks where block.language == "swift" && block.path == nil {
                let name = unseen.first { $0.value == block.text }?.key
                #expect(name != nil, "\(article.name): this code is no file of Snippets:\n\(block.text)")
                name.map { unseen[$0] = nil }
            }
        }
        #expect(unseen.keys.sorted() == [], "shown by no article")
    }

    @Test("name products that the package has")
    func products() throws {
        let manifest = String(decoding: try ProjectFolder.bytes("Package.swift"), as: UTF8.self)
        let blocks = try Article.all().flatMap(\.blocks).filter { $0.path == "Package.swift" }
        let names = blocks.flatMap { $0.text.matches(of: /\.product\(name: "(\w+)", package: "hegui"\)/) }.map(\.1)
        #expect(!names.isEmpty)
        for name in names { #expect(manifest.contains("name: \"\(name)\",\n            targets: ["), "\(name)") }
    }

    @Test("read a notice")
    func reading() throws {
        let page = try ProjectFolder.bytes("corpus/notices/yinfa-2026-42/zh.txt")
        let found = try bans(of: page)
        #expect(found.contains { $0.hasPrefix("art_8__") && $0.contains("“RWA”等字样或内容") && $0.contains("[企业") })
        let corpus = try NoticeCorpus.load(from: Self.root.appending(path: "corpus"))
        let text = try #require(try corpus.text(named: "yinfa-2026-42"))
        #expect(doubts(about: text.notice).count == text.notice.diagnostics.count)
    }

    @Test("screen a table")
    func table() async throws {
        let corpus = try NoticeCorpus.load(from: Self.root.appending(path: "corpus"))
        let pack = try RuleFolder(rules: Self.root.appending(path: "rules"), corpus: corpus).pack("yinfa-2026-42")
        let file = Self.root.appending(path: "corpus/records/sample.csv").path(percentEncoded: false)
        let lines = try await flaggedRows(of: file, under: pack)
        #expect(lines.first?.hasPrefix("1 深圳前海RWA数字科技有限公司 prohibited: yinfa-2026-42/registration-terms") == true)
        #expect(lines.last?.hasPrefix("42 rows, ") == true)
    }

    @Test("read one sheet of a workbook, with columns named by hand")
    func workbook() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        let cells = [["单位", "业务"], ["甲公司", "软件开发"]]
        try Data(SampleWorkbook([SampleWorkbook.Sheet("企业", cells: cells)]).bytes).write(to: file)
        let reader = try sheet("企业", of: file.path(percentEncoded: false))
        #expect(reader.sheet == "企业")
        #expect(reader.columns == ["单位", "业务"])
    }

    @Test("compare notices")
    func comparison() throws {
        let found = try stricter(from: "yinfa-2021-237", to: "yinfa-2026-42", in: Self.root)
        #expect(found.contains { $0.contains("art_8") && $0.contains("稳定币") })
    }

    @Test("answer in a service of one's own, from many tasks at once")
    func desk() async throws {
        let desk = try ScreeningDesk(data: Self.root, pack: "yinfa-2026-42")
        let names = (0..<8).map { $0.isMultiple(of: 2) ? "深圳前海RWA数字科技有限公司" : "山西晨星煤矿机械有限公司" }
        let verdicts = await withTaskGroup(of: (Int, String).self) { group in
            for (number, name) in names.enumerated() {
                group.addTask { (number, desk.answer(ScreeningDesk.Question(name: name)).verdict) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect((0..<8).allSatisfy { verdicts[$0] == ($0.isMultiple(of: 2) ? "prohibited" : "clear") })
        let ground = try #require(desk.answer(ScreeningDesk.Question(name: names[0])).grounds.first)
        #expect(ground.words == ["RWA"])
        #expect(ground.status == "unofficial-reconstruction")
    }

    @Test("write a rule: the files that the article shows make a pack without a mistake")
    func rule() throws {
        let files = try Article("WriteARule.md").blocks.filter { $0.path != nil }
        #expect(files.count > 4)
        let data = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: data) }
        for name in ["corpus/notices", "rules"] {
            try FileManager.default.createDirectory(
                at: data.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        try FileManager.default.copyItem(
            at: Self.root.appending(path: "rules/lexicon"),
            to: data.appending(path: "rules/lexicon")
        )
        for block in files {
            let file = data.appending(path: block.path ?? "")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(block.text.utf8).write(to: file)
        }
        #expect(try mistakes(inRulesOf: data) == [])
    }
}

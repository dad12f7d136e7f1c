import DocumentReading
import Foundation
import NoticeCorpus
import NoticeModel
import NoticeParsing
import TestSupport

/// Notices that the formats of a notice are tested with.
enum NoticeSamples {
    /// The texts of the corpus.
    static let corpusNames = ["yinfa-2026-42/zh", "yinfa-2026-42/en", "yinfa-2021-237/zh", "yinfa-2021-237/en"]

    /// Documents beside the project, which not every machine has.
    static let sharedNames = ["ndrc-2021-1283.zh.txt", "ndrc-2021-1283.zh.ndrc-page.html", "seed-page.txt"]

    static func corpusText(_ name: String) throws -> CorpusText? {
        try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus")).text(named: name)
    }

    static func shared(_ name: String) throws -> Notice? {
        guard let folder = ProjectFolder.shared?.appending(path: "corpus") else { return nil }
        return try parse([UInt8](try Data(contentsOf: folder.appending(path: name))))
    }

    static func parse(_ text: String) throws -> Notice {
        try parse([UInt8](text.utf8))
    }

    static func parse(_ bytes: [UInt8]) throws -> Notice {
        NoticeParser().parse(try DocumentReader().read(bytes))
    }

    /// A law with every level, and signs that mean something in Markdown and XML.
    static let law = """
        测试管理办法（试行）
        （2024年3月1日发布）
        第一编 总则
        第一章 目的
        第一节 依据
        第一条 为了规范 *测试* 活动，根据《测试法》，制定本办法。
        第二条 本办法所称测试，是指 a < b & c > d 的_活动_。包括：
        （一）`第一` 项，#1；
        （二）第二项，包括：
        1. 甲目；
        2. 乙目。
        其他测试活动，参照第一条执行。
        第二条之一 任何单位不得从事 ~~非法~~ 测试。
        第二章 附则
        第三条 本办法自2024年4月1日起施行。《旧测试办法》（测发〔2020〕1号）同时废止。
        """
}

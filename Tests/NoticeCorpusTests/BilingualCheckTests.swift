import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import TestSupport
import Testing

@Suite("Comparing the two texts of a notice", .timeLimit(.minutes(15)))
struct BilingualCheckTests {
    private static let corpus = ProjectFolder.root.appending(path: "corpus")

    /// The findings on a notice of the corpus, or of a copy of it.
    private func findings(_ id: String, in folder: URL = Self.corpus) throws -> [CorpusFinding] {
        let corpus = try NoticeCorpus.load(from: folder)
        let verifier = CorpusVerifier(corpus, glossary: try Glossary.load(from: Self.corpus))
        return try verifier.verify(try #require(corpus.entry(id))).findings
    }

    /// The findings on the notice that a reader has compared.
    private static let known = Result { try BilingualCheckTests().findings("yinfa-2026-42") }

    /// The findings on a notice, one of whose files was changed.
    private func findings(
        _ id: String,
        changing file: String,
        _ change: (String) throws -> String
    ) throws -> [CorpusFinding] {
        let copy = FileManager.default.temporaryDirectory.appending(path: "hegui-corpus-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.corpus, to: copy)
        defer { try? FileManager.default.removeItem(at: copy) }
        let path = copy.appending(path: "notices/\(id)/\(file)")
        let text = try String(contentsOf: path, encoding: .utf8)
        let changed = try change(text)
        #expect(changed != text)
        try Data(changed.utf8).write(to: path)
        return try findings(id, in: copy)
    }

    /// A finding as tests name it: its kind, its place and the term.
    private func names(_ findings: [CorpusFinding]) -> [String] {
        findings.map { finding in
            let provision = finding.provision?.rawValue ?? "-"
            return "\(finding.kind.rawValue) \(provision) \(finding.term?.term ?? "")".trimmingCharacters(
                in: .whitespaces
            )
        }
    }

    @Test(
        "finds in 42号 what a reader found",
        arguments: [
            "verify/missing-term art_1__para_2 非法",
            "verify/missing-term art_1__para_3 变相",
            "verify/added-term art_1__para_3 间接",
            "verify/missing-term art_6 监测",
            "verify/missing-term art_6 报告",
            "verify/missing-term art_6 结算",
            "verify/missing-term art_8 内容",
            "verify/missing-term art_14 类资产证券化",
            "verify/missing-term art_14 具有股权性质",
            "verify/missing-term art_14 权益",
            "verify/missing-term art_14 同意、备案等",
            "verify/count-of-bodies conclusions",
            "verify/missing-part sec_1",
            "verify/missing-part conclusions",
            "verify/missing-term art_9 发改运行",
            "verify/missing-term art_3__para_1 金融监管总局",
        ]
    )
    func knownDifferences(name: String) throws {
        #expect(names(try Self.known.get()).contains(name))
    }

    @Test("quotes the sentence that lacks the term, and the one beside it")
    func quotes() throws {
        let finding = try #require(
            try Self.known.get().first { $0.provision?.rawValue == "art_1__para_2" && $0.term?.term == "非法" }
        )
        #expect(finding.zh?.text == "境外单位和个人不得以任何形式非法向境内主体提供虚拟货币相关服务。")
        #expect(finding.en?.text.hasPrefix("Overseas entities and individuals are not allowed") == true)
        #expect(finding.term?.zh == 6)
        #expect(finding.term?.en == 5)
    }

    @Test("raises no false alarm over 237号, whose translation was made for this project")
    func precision() throws {
        // 依法 of Art. 13 is indeed missing in the English text.
        #expect(names(try findings("yinfa-2021-237")) == ["verify/missing-term art_13 依法"])
    }

    @Test(
        "finds what was damaged in a faithful translation",
        arguments: [
            ("shall not include virtual currency", "shall include virtual currency", "verify/missing-term art_9 不得"),
            ("must not contain terms", "must contain terms", "verify/missing-term art_11 不得"),
            ("does not possess the legal", "does possess the legal", "verify/missing-term art_1 不具有"),
            ("\"cryptocurrency,\" or \"crypto asset.\"", "or \"cryptocurrency.\"", "verify/missing-term art_11 加密资产"),
            ("(Yinfa [2021] No. 237)", "(Yinfa [2021] No. 273)", "verify/number -"),
            ("September 15, 2021", "September 16, 2021", "verify/date conclusions"),
            ("schemes and money laundering, and", "schemes, and", "verify/missing-term preamble 洗钱"),
            ("the Supreme People's Procuratorate, ", "", "verify/missing-term art_5 最高人民检察院"),
            ("Inter-agency Coordination. ", "", "verify/missing-part art_5"),
            ("shall promptly report clues", "may promptly report clues", "verify/modality art_9"),
            ("shall be invalid", "shall stand", "verify/missing-term art_4 无效"),
        ]
    )
    func damage(original: String, damaged: String, expected: String) throws {
        let found = try findings("yinfa-2021-237", changing: "en.txt") { $0.replacing(original, with: damaged) }
        #expect(names(found).contains(expected), "\(names(found))")
    }

    @Test("finds an article that was dropped", arguments: [2, 5, 9, 13, 16])
    func missingArticle(number: Int) throws {
        let found = try findings("yinfa-2021-237", changing: "en.txt") { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("(\(number)) ") }.joined(separator: "\n")
        }
        #expect(names(found).contains("verify/missing-part art_\(number)"), "\(names(found))")
    }

    @Test(
        "finds where the metadata says something else than the text",
        arguments: [
            ("documentNumber: 银发〔2026〕42号", "documentNumber: 银发〔2026〕43号", "verify/document-number -"),
            ("date: 2026-02-06", "date: 2026-02-07", "verify/date -"),
            ("repeals: [yinfa-2021-237]", "", "verify/repeals -"),
            ("zh: 关于进一步防范", "zh: 关于防范", "verify/title -"),
            ("- art_13\n", "- art_31\n", "verify/wording-claim art_31"),
            ("words: 等字样或内容", "words: 等字样和内容", "verify/wording-claim art_8"),
        ]
    )
    func metadata(original: String, changed: String, expected: String) throws {
        let found = try findings("yinfa-2026-42", changing: "meta.yaml") { $0.replacing(original, with: changed) }
        #expect(names(found).contains(expected), "\(names(found))")
        #expect(!names(try Self.known.get()).contains(expected))
    }
}

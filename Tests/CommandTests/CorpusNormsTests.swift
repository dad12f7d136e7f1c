import Foundation
import TestSupport
import Testing

@Suite("Measuring norms from the command line", .timeLimit(.minutes(15)))
struct CorpusNormsTests {
    /// A data folder with one notice, of which a norm is expected that nobody can find in it.
    private func folder(norms: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for name in ["rules", "corpus/notices/sample"] {
            let url = folder.url.appending(path: name)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        let meta = """
            id: sample
            title: { zh: 关于试验的通知, en: Notice on a Trial }
            texts: { zh: { file: zh.txt, status: transcription, source: made up } }
            """
        _ = try folder.write(meta, to: "corpus/notices/sample/meta.yaml")
        _ = try folder.write("关于试验的通知\n\n（一）银行不得开户。\n\n（二）银行不得放贷。\n", to: "corpus/notices/sample/zh.txt")
        _ = try folder.write(norms, to: "corpus/notices/sample/norms.zh.yaml")
        return folder
    }

    private let norms = """
        art_1:
          - { kind: exemption, text: 银行不得开户, bearers: [银行] }
        art_2: []
        conclusions: []
        """

    @Test("measures every text that ships, and all of them together")
    func everyText() throws {
        let run = try CommandRun(["corpus", "norms"])
        #expect(run.status == 0)
        #expect(run.errors == "")
        let heads = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        let texts = ["yinfa-2021-237/zh", "yinfa-2021-237/en", "yinfa-2026-42/zh", "yinfa-2026-42/en", "all 4 texts"]
        #expect(heads.map(String.init) == texts)
    }

    @Test("ends with 1 where a floor doesn't hold, unless 0 is asked for")
    func floors() throws {
        let data = try folder(norms: norms)
        let arguments = ["corpus", "norms", "--data", data.path("."), "--floor"]
        let held = try CommandRun(arguments + ["exemption-recall=0"])
        #expect(held.status == 0)
        #expect(held.output.contains("exemption-recall: 0.0 %, floor 0.0 %\n"))
        let broken = try CommandRun(arguments + ["exemption-recall=0.5"])
        #expect(broken.status == 1)
        #expect(broken.output.contains("exemption-recall: 0.0 %, floor 50.0 %: below it\n"))
        #expect(try CommandRun(arguments + ["exemption-recall=0.5", "--exit-zero"]).status == 0)
    }

    @Test("lists what is missed and what is spurious, with places")
    func misses() throws {
        let data = try folder(norms: norms)
        let run = try CommandRun(["corpus", "norms", "sample/zh", "--misses", "--data", data.path(".")])
        #expect(run.status == 0)
        #expect(run.output.contains("norms.zh.yaml:2:5: missed exemption in art_1: 银行不得开户\n"))
        #expect(run.output.contains("zh.txt:3:10: spurious prohibition art_1__norm_1: "))
    }

    @Test("ends with 2 where the expected norms are wrong, and says where")
    func wrongNorms() throws {
        let data = try folder(norms: norms.replacing("开户", with: "开门"))
        let run = try CommandRun(["corpus", "norms", "--data", data.path(".")])
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("norms.zh.yaml:2:30: error[corpus/not-in-text]"))
    }
}

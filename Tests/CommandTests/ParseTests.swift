import Foundation
import TestSupport
import Testing

@Suite("hegui parse", .timeLimit(.minutes(15)))
struct ParseTests {
    @Test(
        "finds every article of the notices that ship",
        arguments: [
            ("yinfa-2026-42", 19), ("yinfa-2026-42/zh", 19), ("yinfa-2026-42/en", 19), ("yinfa-2021-237", 16),
            ("yinfa-2021-237/en", 16),
        ]
    )
    func corpus(name: String, count: Int) throws {
        let run = try CommandRun(["parse", name, "--format", "json"])
        #expect(run.status == 0)
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "hegui/notice/1")
        #expect((document["articles"] as? [Any])?.count == count)
        let outline = try CommandRun(["parse", name, "--lang", "en"])
        #expect(outline.output.contains("\(count) articles"))
    }

    @Test("reads the same from a file, from standard input and from the corpus")
    func sources() throws {
        let path = "corpus/notices/yinfa-2026-42/zh.txt"
        let text = try String(decoding: ProjectFolder.bytes(path), as: UTF8.self)
        let file = ProjectFolder.root.appending(path: path).path(percentEncoded: false)
        let outline = try CommandRun(["parse", "yinfa-2026-42"]).output
        #expect(try CommandRun(["parse", file]).output == outline)
        #expect(try CommandRun(["parse", "-"], input: text).output == outline)
    }

    @Test("prefers a file to a notice of the corpus")
    func precedence() throws {
        let scratch = try ScratchFolder()
        _ = try scratch.write("一份别的通知\n", to: "yinfa-2026-42")
        let run = try CommandRun(["parse", "yinfa-2026-42", "--format", "text"], folder: scratch.url)
        #expect(!run.output.contains("虚拟货币"))
    }

    @Test("flows the text, and loses no article of it")
    func text() throws {
        let run = try CommandRun(["parse", "yinfa-2026-42", "--format", "text"])
        #expect(run.status == 0)
        for words in ["（一）虚拟货币不具有", "（八）加强经营主体登记", "（十九）"] {
            #expect(run.output.contains(words))
        }
    }

    @Test("writes Markdown that it reads back, and Akoma Ntoso that says what the text is")
    func formats() throws {
        let scratch = try ScratchFolder()
        let markdown = try CommandRun(["parse", "yinfa-2026-42", "--format", "markdown"]).output
        let file = try scratch.write(markdown, to: "notice.md")
        let outline = try CommandRun(["parse", "yinfa-2026-42", "--norms"]).output
        #expect(try CommandRun(["parse", file, "--norms"]).output == outline)
        #expect(outline.contains("[禁止] art_8__norm_2 "))
        #expect(!outline.contains("\u{1B}"))
        let akn = try CommandRun(["parse", "yinfa-2026-42", "--format", "akn"])
        #expect(akn.status == 0)
        #expect(akn.errors == "")
        #expect(akn.output.contains("<article eId=\"art_8\">"))
        #expect(akn.output.contains("unofficial-reconstruction"))
        let fromFile = try CommandRun(["parse", file, "--format", "akn"]).output
        #expect(!fromFile.contains("unofficial-reconstruction"))
    }

    @Test("refuses what holds no text", arguments: ["", "  \n", "%PDF-1.7\n%\u{0}\u{1}\u{2}"])
    func unreadable(input: String) throws {
        let run = try CommandRun(["parse", "-"], input: input)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("standard input: error: "))
    }
}

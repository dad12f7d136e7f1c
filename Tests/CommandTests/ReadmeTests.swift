import Foundation
import TestSupport
import Testing

@Suite("The pages that people read", .timeLimit(.minutes(15)))
struct ReadmeTests {
    private static let isRenewing = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil

    /// With `UPDATE_GOLDEN` set, the examples are rewritten; read the difference before it is committed.
    @Test("show what their examples really print", arguments: ["README.md", "README.zh.md"])
    func examples(path: String) throws {
        let page = try DocumentedPage(path: path).text
        let fence = "```"
        var parts = page.components(separatedBy: fence)
        let opening = "console\n$ swift run -q hegui "
        let examples = parts.indices.filter { parts[$0].hasPrefix(opening) }
        #expect(!examples.isEmpty)
        for index in examples {
            let line = String(parts[index].dropFirst("console\n".count).prefix { $0 != "\n" })
            let result = try CommandRun(Self.arguments(of: line))
            let expected = "console\n\(line)\n\(result.output)"
            if !Self.isRenewing {
                #expect(parts[index] == expected, "set UPDATE_GOLDEN=1 to rewrite the example")
            }
            parts[index] = expected
        }
        if Self.isRenewing { try Self.write(parts.joined(separator: fence), to: path) }
    }

    /// The arguments of a command line such as `$ swift run -q hegui check --name "甲 乙"`.
    private static func arguments(of line: String) -> [String] {
        let words = line.dropFirst("$ swift run -q hegui ".count).components(separatedBy: "\"")
        return words.enumerated().flatMap { index, part in
            // What stands between quotes is one argument.
            index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
        }
    }

    /// A picture in the README: what makes it, and which parts of the output, which blank lines part, it shows.
    struct Picture: Sendable, CustomTestStringConvertible {
        let name: String
        let command: String

        /// The words that the first line of a part begins with; none for the whole output.
        let parts: [String]

        var testDescription: String { name }
    }

    private static let pictures = [
        Picture(
            name: "verdict.en",
            command: "hegui check --name \"深圳前海RWA数字科技有限公司\" --scope \"煤矿机械制造；区块链技术服务\" --lang en",
            parts: []
        ),
        Picture(
            name: "verdict.zh",
            command: "hegui check --name \"深圳前海RWA数字科技有限公司\" --scope \"煤矿机械制造；区块链技术服务\"",
            parts: []
        ),
        Picture(
            name: "comparison.en",
            command: "hegui diff yinfa-2021-237 yinfa-2026-42 --lang en",
            parts: ["- ", "@summary", "（十一） → （八）"]
        ),
        Picture(
            name: "comparison.zh",
            command: "hegui diff yinfa-2021-237 yinfa-2026-42",
            parts: ["- ", "@summary", "（十一） → （八）"]
        ),
    ]

    /// With `UPDATE_GOLDEN` set, the pictures are drawn anew.
    @Test("show pictures of what the program really prints", arguments: pictures)
    func drawn(picture: Picture) throws {
        let script = URL(filePath: "/usr/bin/script")
        guard FileManager.default.isExecutableFile(atPath: script.path) else {
            print("skipped: 'script', which gives the program a terminal, isn't installed")
            return
        }
        let folder = CommandRun.program.deletingLastPathComponent().path(percentEncoded: false)
        let path = "\(folder):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
        let run = try CommandRun(
            ["-qec", picture.command, "/dev/null"],
            environment: ["PATH": path, "TERM": "xterm", "NO_COLOR": ""],
            program: script
        )
        #expect(run.status == 1, "\(run.output)")
        let output = run.output.replacing("\r\n", with: "\n")
        let paragraphs = output.components(separatedBy: "\n\n")
        var shown: [String] = []
        for part in picture.parts {
            let found =
                part == "@summary" ? paragraphs.dropFirst().first : paragraphs.first { Self.plain($0).hasPrefix(part) }
            shown.append(try #require(found, "the output has no part '\(part)'"))
        }
        let drawing = TerminalPicture(
            command: picture.command,
            output: picture.parts.isEmpty ? output : (shown + ["…"]).joined(separator: "\n\n")
        ).svg
        let file = "Documentation/Pictures/\(picture.name).svg"
        if Self.isRenewing { try Self.write(drawing, to: file) }
        let kept = String(decoding: try ProjectFolder.bytes(file), as: UTF8.self)
        #expect(kept == drawing, "set UPDATE_GOLDEN=1 to draw the picture anew")
        #expect(try DocumentedPage.all.contains { try $0.text.contains(file) }, "no page shows it")
    }

    /// Text without the codes for colours.
    private static func plain(_ text: String) -> String {
        text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    }

    private static func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: ProjectFolder.root.appending(path: path))
    }

    @Test("link to files and headings that are there", arguments: DocumentedPage.all.map(\.path))
    func links(path: String) throws {
        let page = try DocumentedPage(path: path).text
        let folder = ProjectFolder.root.appending(path: path).deletingLastPathComponent()
        for link in page.matches(of: /\]\(([^)#:]+)\)/).map(\.1) {
            let target = folder.appending(path: String(link)).standardizedFileURL.path(percentEncoded: false)
            #expect(FileManager.default.fileExists(atPath: target), "\(link)")
        }
    }

    @Test(
        "say in Chinese what they say in English, with the same commands",
        arguments: ["README", "Documentation/officer", "Documentation/analyst", "Documentation/policy-lead"]
    )
    func chinese(name: String) throws {
        let pages = try ["\(name).md", "\(name).zh.md"].map { try DocumentedPage(path: $0).text }
        // Chinese is the standard language of what is printed.
        let blocks = pages.map { $0.matches(of: /```sh\n([^`]*)```/).map { $0.1.replacing(" --lang en", with: "") } }
        #expect(blocks[0] == blocks[1])
        let headings = pages.map { $0.matches(of: #/(?m)^(#+) /#).map { $0.1.count } }
        #expect(headings[0] == headings[1])
    }
}

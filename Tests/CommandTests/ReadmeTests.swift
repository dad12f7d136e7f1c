import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows what its example really prints")
    func example() throws {
        let readme = String(decoding: try ProjectFolder.bytes("README.md"), as: UTF8.self)
        let blocks = readme.components(separatedBy: "```").filter { $0.hasPrefix("console\n$ swift run -q hegui ") }
        #expect(!blocks.isEmpty)
        for block in blocks {
            let lines = block.components(separatedBy: "\n").dropFirst()
            let command = try #require(lines.first)
            let arguments = command.dropFirst("$ swift run -q hegui ".count)
                .components(separatedBy: "\"").enumerated()
                .flatMap { index, part in
                    // What stands between quotes is one argument.
                    index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
                }
            let result = try CommandRun(arguments)
            #expect(result.output == lines.dropFirst().joined(separator: "\n"))
        }
    }
}

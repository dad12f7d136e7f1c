import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    /// With `UPDATE_GOLDEN` set, the examples are rewritten; read the difference before it is committed.
    @Test("shows what its examples really print")
    func examples() throws {
        let readme = String(decoding: try ProjectFolder.bytes("README.md"), as: UTF8.self)
        let fence = "```"
        var parts = readme.components(separatedBy: fence)
        let opening = "console\n$ swift run -q hegui "
        let examples = parts.indices.filter { parts[$0].hasPrefix(opening) }
        #expect(!examples.isEmpty)
        for index in examples {
            let line = String(parts[index].dropFirst("console\n".count).prefix { $0 != "\n" })
            let result = try CommandRun(Self.arguments(of: line))
            let expected = "console\n\(line)\n\(result.output)"
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil {
                #expect(parts[index] == expected, "set UPDATE_GOLDEN=1 to rewrite the example")
            }
            parts[index] = expected
        }
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            let file = ProjectFolder.root.appending(path: "README.md")
            try parts.joined(separator: fence).write(to: file, atomically: true, encoding: .utf8)
        }
    }

    /// The arguments of a command line such as `$ swift run -q hegui check --name "甲 乙"`.
    private static func arguments(of line: String) -> [String] {
        let words = line.dropFirst("$ swift run -q hegui ".count).components(separatedBy: "\"")
        return words.enumerated().flatMap { index, part in
            // What stands between quotes is one argument.
            index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
        }
    }
}

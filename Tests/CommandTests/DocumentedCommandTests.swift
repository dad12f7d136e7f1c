import Foundation
import TestSupport
import Testing

#if Service
    @Suite("Every command that is shown", .timeLimit(.minutes(30)))
    struct DocumentedCommandTests {
        @Test("runs as it stands, from the pages and from the help of every command")
        func commands() throws {
            let folder = try ExampleFolder()
            var known: Set<String> = []
            // Over all rules this takes minutes; `.ci/run` does it.
            for (place, line) in try Self.lines() where known.insert(line).inserted && !line.hasSuffix("--mutations") {
                let run = try folder.run(line)
                // Of what is to hold, 1 says that it doesn't.
                let holds = line.contains(/^hegui (verify|log (?!add)|rules (signatures|fmt|accuracy|coverage))/)
                let expected = holds ? 0...0 : 0...1
                #expect(expected.contains(Int(run.status)), "\(place): \(line)\n\(run.output)\(run.errors)")
                #expect(run.status != 1 || !run.errors.contains("error:"), "\(place): \(line)\n\(run.errors)")
            }
        }

        @Test("verifies an export of the log without the program, as the page for officers tells")
        func export() throws {
            let python = URL(filePath: "/usr/bin/python3")
            guard FileManager.default.isExecutableFile(atPath: python.path) else {
                print("skipped: Python isn't installed")
                return
            }
            let page = try DocumentedPage(path: "Documentation/officer.md").text
            let script = try #require(page.firstMatch(of: /```python\n([^`]*)```/)?.1)
            let folder = try ExampleFolder()
            _ = try folder.run("hegui log export --store var/lib/hegui --output decisions.ndjson")
            let file = folder.path("decisions.ndjson")
            let checked = try CommandRun(["-c", String(script), file], program: python)
            let head = try folder.run("hegui log verify --store var/lib/hegui --lang en").output
            #expect(head == "whole; head \(checked.output)")
            // A changed byte is told by the number of its entry.
            let bytes = try Data(contentsOf: URL(filePath: file))
            var changed = bytes
            changed[changed.count - 10] ^= 1
            try changed.write(to: URL(filePath: file))
            #expect(try CommandRun(["-c", String(script), file], program: python).errors.contains("AssertionError: 1"))
        }

        /// Every line with where it is shown.
        private static func lines() throws -> [(place: String, line: String)] {
            let pages = try DocumentedPage.all.flatMap { page in try page.commands.map { (page.path, $0) } }
            return try pages + help()
        }

        /// The examples of every command's help; a command without one is a failure.
        private static func help() throws -> [(place: String, line: String)] {
            let dump = try CommandRun(["--experimental-dump-help"])
            let object = try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any]
            var open = [try #require(object?["command"] as? [String: Any])]
            var lines: [(place: String, line: String)] = []
            while let command = open.popLast() {
                let path = (command["superCommands"] as? [String] ?? []) + [command["commandName"] as? String ?? ""]
                guard path.last != "help" else { continue }
                open += command["subcommands"] as? [[String: Any]] ?? []
                let name = path.joined(separator: " ")
                let parts = (command["discussion"] as? String ?? "").components(separatedBy: "Example:\n")
                #expect(parts.count == 2, "'\(name)' shows no example")
                let examples = parts.count == 2 ? parts[1].split(separator: "\n").map { $0.trimmed } : []
                #expect(
                    examples.contains { $0.contains(name) } || !(command["subcommands"] as? [Any] ?? []).isEmpty,
                    "no example of '\(name)' runs it"
                )
                lines += examples.map { ("help of '\(name)'", $0) }
            }
            return lines.sorted { $0.place < $1.place }
        }
    }

    extension Substring {
        fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
    }
#endif

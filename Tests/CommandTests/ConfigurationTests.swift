import Foundation
import TestSupport
import Testing

#if Service
    @Suite("The configuration file", .timeLimit(.minutes(15)))
    struct ConfigurationTests {
        @Test("reports every mistake with file, line and what was expected, and serves nothing")
        func mistakes() throws {
            let folder = try ScratchFolder()
            let file = try folder.write(
                """
                data: relative/path
                require-signed: maybe
                serve:
                  port: 99999
                  hots: example
                  log-format: xml
                  limits:
                    batches: 0
                    body-time: soon
                """,
                to: "c.yaml"
            )
            let run = try CommandRun(["serve", "--config", file])
            #expect(run.status == 2)
            for (line, expected) in [
                (1, "'data' must be a path that starts with '/'"), (2, "'require-signed' must be true or false"),
                (4, "'port' must be a whole number from 0 to 65535"), (5, "unknown field 'hots' in 'serve'"),
                (6, "'log-format' must be one of 'text', 'json'"),
                (8, "'batches' must be a whole number of at least 1"),
                (9, "'body-time' must be a whole number of at least 1"),
            ] {
                let start = "\(file):\(line):"
                #expect(
                    run.errors.split(separator: "\n").contains { $0.hasPrefix(start) && $0.contains(expected) },
                    "\(line)"
                )
            }
            #expect(run.errors.contains("did you mean 'host'?"))
        }

        @Test("what is printed is a configuration that says the same, with a reason for every setting")
        func printed() throws {
            let folder = try ScratchFolder()
            let given = try folder.write(
                """
                pack: "yinfa-2021-237"
                serve:
                  store: /var/lib/合规
                  behind-proxy: yes
                  limits: {batches: 7}
                """,
                to: "c.yaml"
            )
            let first = try CommandRun(["serve", "--config", given, "--print-config", "--port", "9000"])
            #expect(first.status == 0)
            #expect(first.errors == "")
            let lines = first.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(
                lines.filter { !$0.hasPrefix("#") } == [
                    "pack: yinfa-2021-237", "serve:", "store: \"/var/lib/合规\"", "port: 9000", "behind-proxy: true",
                    "limits:",
                    "batches: 7",
                ]
            )
            let again = try CommandRun([
                "serve", "--config", folder.write(first.output, to: "d.yaml"), "--print-config",
            ])
            #expect(again.output == first.output)
            // Uncommented, every standard value is one that the file may give.
            let all = first.output.replacing("\n\n", with: "\n").split(separator: "\n").filter {
                $0.wholeMatch(of: /\s*#? ?[a-z-]+:( [^ ]+)?/) != nil
            }
            let uncommented = all.map { $0.replacing("# ", with: "") }.joined(separator: "\n")
            let third = try CommandRun(["serve", "--config", folder.write(uncommented, to: "e.yaml"), "--print-config"])
            #expect(third.errors == "")
            #expect(
                !third.output.split(separator: "\n").contains { $0.wholeMatch(of: /\s*# [a-z-]+:( [^ ]*)?/) != nil }
            )
        }

        @Test("every setting of the service is an option of the same name, and the other way round")
        func options() throws {
            let help = try CommandRun(["serve", "--experimental-dump-help"])
            let json = try #require(try JSONSerialization.jsonObject(with: Data(help.output.utf8)) as? [String: Any])
            var command = try #require(json["command"] as? [String: Any])
            command =
                (command["subcommands"] as? [[String: Any]])?.first { $0["commandName"] as? String == "serve" }
                ?? command
            let arguments = try #require(command["arguments"] as? [[String: Any]])
            let options = Set(
                arguments.compactMap { ($0["preferredName"] as? [String: Any])?["name"] as? String }
            ).subtracting(["help", "version", "config", "print-config"]).filter { !$0.hasPrefix("no-") }
            let printed = try CommandRun(["serve", "--print-config"]).output
            let settings = Set(
                printed.split(separator: "\n").compactMap {
                    $0.wholeMatch(of: /\s*# ([a-z-]+):.*/).map { String($0.1) }
                }
            )
            // The pack is chosen by each request.
            #expect(options == settings.subtracting(["pack"]))
        }

        @Test("a file says what holds where no option does, and an option comes first")
        func order() throws {
            let folder = try ScratchFolder()
            let file = try folder.write(
                "data: \(ProjectFolder.root.path)\npack: yinfa-2021-237\n",
                to: "c.yaml"
            )
            let name = ["check", "--name", "深圳前海RWA数字科技有限公司", "--format", "json", "--config", file]
            #expect(try CommandRun(name).output.contains(#""id": "yinfa-2021-237""#))
            #expect(try CommandRun(name + ["--pack", "yinfa-2026-42"]).output.contains(#""id": "yinfa-2026-42""#))
            let environment = ["HEGUI_CONFIG": file]
            #expect(
                try CommandRun(Array(name.dropLast(2)), environment: environment).output.contains(
                    #""id": "yinfa-2021-237""#
                )
            )
            let missing = try CommandRun(name.dropLast() + [folder.path("none.yaml")])
            #expect(missing.status == 2)
            #expect(missing.errors.contains("none.yaml' can't be read; expected a configuration file"))
        }

        @Test("what doesn't go together is refused before anything is served")
        func refusals() throws {
            let folder = try ScratchFolder()
            for (text, message) in [
                ("serve: {}", "expected --store"), ("# nothing\n", "expected --store"),
                ("serve: {store: /nowhere, host: 0.0.0.0}", "expected --token-file"),
                ("serve: {store: /nowhere, tls-key: /k}", "go together"), ("require-signed: true", "signature/no-keys"),
            ] {
                let file = try folder.write(text, to: "c.yaml")
                let run = try CommandRun(["serve", "--config", file, "--trusted-keys", folder.path("keys")])
                #expect(run.status == 2, "\(text)")
                #expect(run.errors.contains(message), "\(text)")
            }
        }
    }
#endif

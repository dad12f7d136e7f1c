#if Service
    import Foundation
    import Glibc
    import TestSupport
    import Testing

    @Suite("hegui log", .timeLimit(.minutes(30)))
    struct LogTests {
        private let scratch: ScratchFolder
        private let store: String

        init() throws {
            scratch = try ScratchFolder()
            store = scratch.path("store")
        }

        private func log(_ arguments: String...) throws -> CommandRun {
            try CommandRun(["log"] + arguments + ["--store", store])
        }

        /// Screens a name into the log and gives the decision's id.
        private func added(_ name: String, status: Int32 = 1) throws -> String {
            let run = try log("add", "--person", "王芳", "--name", name)
            #expect(run.status == status, "\(run.errors)")
            return run.output.split(separator: " ").first.map(String.init) ?? ""
        }

        @Test("an officer without a browser records, decides, is honoured, and proves it")
        func officer() throws {
            let id = try added("深圳前海RWA数字科技有限公司")
            #expect(id.wholeMatch(of: /[0-9a-hjkmnp-z]{12}/) != nil)
            let waiver = try log("dispose", id, "waived", "--day", "2099-01-01", "--note", "x", "--person", "王芳")
            #expect(waiver.status == 2)
            #expect(waiver.errors.contains("error[log/waiver-of-prohibition]"))
            #expect(waiver.errors.contains("不得暂缓") && waiver.errors.contains("can't be waived"))
            let due = try log("dispose", id, "rectification-due", "--day", "2099-01-01", "--person", "王芳")
            #expect(due.status == 0, "\(due.errors)")
            let release = try log("dispose", id, "false-positive", "--note", "地名", "--person", "王芳")
            #expect(release.status == 0)
            // The same record again: the finding is released, and that is said.
            let again = try log("add", "--person", "李明", "--name", "深圳前海ＲＷＡ数字科技有限公司")
            #expect(again.status == 0)
            #expect(again.output.contains("误报（王芳，"))
            let shown = try log("show", id)
            #expect(shown.output.contains("限2099-01-01前整改"))
            #expect(shown.output.contains("已有更新的决定"))
            let list = try log("list", "--state", "false-positive", "--format", "ndjson")
            let lines = list.output.split(separator: "\n")
            #expect(lines.count == 1)
            let object = try #require(
                JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) as? [String: Any]
            )
            #expect(object["verdict"] as? String == "prohibited")
            #expect(
                (object["findings"] as? [[String: Any]])?.first?["rule"] as? String
                    == "yinfa-2026-42/registration-terms"
            )
            #expect(try log("list", "--name", "前海", "--limit", "1").errors.contains("--after"))
            let verified = try log("verify")
            #expect(verified.status == 0)
            let head = try #require(verified.output.split(separator: " ").last).trimmingCharacters(
                in: .whitespacesAndNewlines
            )
            #expect(head.hasPrefix("4:"))
            #expect(try log("verify", "--expect", head, "--lang", "en").output == "whole; head \(head)\n")
            let wrong = try log("verify", "--expect", "9\(head.dropFirst())", "--lang", "en")
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("shorter than the head"))
            let csv = try log("export", "--format", "csv")
            #expect(csv.output.contains("深圳前海RWA数字科技有限公司"))
            #expect(try log("export").output.split(separator: "\n").count == 4)
            let copy = scratch.path("copy.sqlite")
            #expect(try log("backup", copy).status == 0)
            #expect(try log("backup", copy).errors.contains("error[log/exists]"))
            #expect(try log("restore", copy).errors.contains("error[log/exists]"))
            let restored = try CommandRun(["log", "restore", copy, "--store", scratch.path("again"), "--expect", head])
            #expect(restored.status == 0, "\(restored.errors)")
            let same = try CommandRun(["log", "export", "--store", scratch.path("again")])
            #expect(try same.output == log("export").output)
        }

        @Test("releases wait for a second person where that is the policy")
        func fourEyes() throws {
            let id = try added("深圳前海RWA数字科技有限公司")
            #expect(try log("policy").output == "four-eyes off\n")
            #expect(try log("policy", "--four-eyes", "on", "--person", "王芳").output == "four-eyes on\n")
            let release = try log("dispose", id, "false-positive", "--note", "地名", "--person", "王芳")
            #expect(release.output.contains("待第二人复核"))
            let disposition = String(release.output.prefix(12))
            #expect(try log("answer", disposition, "--approve", "--person", "王芳").errors.contains("log/same-person"))
            #expect(try added("深圳前海RWA数字科技有限公司") != "")
            #expect(try log("answer", disposition, "--approve", "--person", "李明").status == 0)
            #expect(try added("深圳前海RWA数字科技有限公司", status: 0) != "")
        }

        @Test(
            "says what it needs",
            arguments: [
                (["dispose", "x", "waived", "--person", "a"], "see --help"),
                (["dispose", "x", "confirmed", "--person", "a"], "error[log/missing]"),
                (["answer", "x", "--person", "a"], "--approve or --decline"),
                (["policy", "--four-eyes", "on"], "--person"),
                (["add", "--person", "a"], "Give files"),
                (["verify"], "没有决定记录"),
                (["verify", "--expect", "1:zz"], "--expect"),
                (["list", "--state", "lost"], "--state"),
            ]
        )
        func usage(arguments: [String], message: String) throws {
            let run = try CommandRun(["log"] + arguments + ["--store", store])
            #expect(run.status == 2)
            #expect(run.errors.contains(message), "\(run.errors)")
            #expect(run.output == "")
        }

        /// Rows of which each is flagged.
        private func rows(_ count: Int) throws -> String {
            let rows = (1...count).map { "R\($0),前海RWA科技\($0)有限公司,软件开发\n" }.joined()
            return try scratch.write("编号,名称,经营范围\n" + rows, to: "rows.csv")
        }

        /// The ids that whole lines of what a run printed acknowledge.
        private func acknowledged(_ output: String) -> [String] {
            output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .filter { $0.first != " " }.map { String($0.prefix(12)) }
        }

        @Test("killed at any moment, it has kept every decision that it acknowledged, and goes on")
        func killed() async throws {
            let kills = ProcessInfo.processInfo.environment["HEGUI_KILLS"].flatMap(Int.init) ?? 4
            var generator = SeededGenerator(seed: 42)
            let input = try rows(20_000)
            var ids: [String] = []
            var interrupted = 0
            for number in 0..<kills {
                let output = try scratch.write("", to: "out-\(number)")
                let process = Process()
                process.executableURL = CommandRun.program
                process.arguments = ["log", "add", input, "--store", store, "--person", "t"]
                process.standardOutput = FileHandle(forWritingAtPath: output)
                process.standardError = FileHandle.nullDevice
                try process.run()
                // Not before the first is acknowledged, lest only the start be tried.
                for _ in 0..<3000 where try Data(contentsOf: URL(filePath: output)).isEmpty {
                    try await Task.sleep(for: .milliseconds(10))
                }
                try await Task.sleep(for: .milliseconds(Int.random(in: 0..<800, using: &generator)))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                if process.terminationReason == .uncaughtSignal { interrupted += 1 }
                ids += acknowledged(try String(contentsOfFile: output, encoding: .utf8))
            }
            #expect(interrupted > 0)
            #expect(ids.count >= kills)
            let verified = try log("verify")
            #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
            let export = try log("export").output
            let kept = Set(export.matches(of: /"id":"([0-9a-z]{12})","number"/).map { String($0.1) })
            #expect(ids.allSatisfy(kept.contains))
            print("\(interrupted) kills, \(ids.count) decisions acknowledged, \(kept.count) kept")
        }

        @Test("a full disk and one that can't be written to are told, and nothing is acknowledged that isn't kept")
        func disks() throws {
            let unshare = "/usr/bin/unshare"
            let mount = scratch.path("disk")
            try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
            let probe = try CommandRun(
                ["-m", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mount],
                program: URL(filePath: FileManager.default.isExecutableFile(atPath: unshare) ? unshare : "/bin/false")
            )
            guard probe.status == 0 else {
                print("skipped: no file system can be mounted here")
                return
            }
            let input = try rows(3000)
            let program = CommandRun.program.path(percentEncoded: false)
            let script = """
                mount -t tmpfs -o size=2m tmpfs "$1/disk"
                $2 log add "$1/rows.csv" --store "$1/disk/log" --person t >"$1/added" 2>"$1/full"; echo "add $?"
                $2 log export --store "$1/disk/log" >"$1/exported"; echo "export $?"
                $2 log verify --store "$1/disk/log"; echo "verify $?"
                mount -o remount,size=50m "$1/disk"
                $2 log add --store "$1/disk/log" --person t --name 前海RWA >/dev/null; echo "again $?"
                mount -o remount,ro "$1/disk"
                $2 log add --store "$1/disk/log" --person t --name 前海RWA 2>"$1/readonly"; echo "read-only $?"
                """
            let run = try CommandRun(
                ["-m", "sh", "-c", script, "sh", String(scratch.path("").dropLast()), program],
                program: URL(filePath: unshare)
            )
            func said(_ name: String) throws -> String {
                try String(contentsOfFile: scratch.path(name), encoding: .utf8)
            }
            #expect(run.output.contains("add 2\nexport 0\n"), "\(run.output)\(run.errors)\(input)")
            #expect(run.output.contains("verify 0\nagain 1\nread-only 2\n"), "\(run.output)\(run.errors)")
            #expect(try said("full").contains("error[log/disk-full]"))
            #expect(try said("full").contains("磁盘已满"))
            #expect(try said("readonly").contains("error[log/read-only]"))
            let ids = acknowledged(try said("added"))
            let exported = try said("exported")
            #expect(ids.count >= 100)
            #expect(ids.allSatisfy(exported.contains))
        }
    }
#endif

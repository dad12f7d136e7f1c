import Foundation
import TestSupport
import Testing

#if Service
    /// What earlier versions left behind, as `Goldens/first-version` keeps it.
    @Suite("Upgrades from the first version on", .timeLimit(.minutes(15)))
    struct UpgradeTests {
        private static let fixture = ProjectFolder.root.appending(path: "Tests/CommandTests/Goldens/first-version")

        /// The end of the log, as the first version printed it.
        private static let head = "7:33f8cfdf244d2f293373fc37686eafe208bda55d8bd6ab5253b0fb2d3ec44efa"

        /// A folder with the log of the first version.
        private func store() throws -> ScratchFolder {
            let folder = try ScratchFolder()
            let file = folder.url.appending(path: "decisions.sqlite.gz")
            try FileManager.default.copyItem(at: Self.fixture.appending(path: "decisions.sqlite.gz"), to: file)
            let unpacking = try CommandRun(["-d", file.path], program: URL(filePath: "/bin/gzip"))
            #expect(unpacking.status == 0)
            return folder
        }

        @Test("the log of the first version is read, verified and gone on with")
        func log() throws {
            let folder = try store()
            let store = ["--store", folder.url.path]
            let verified = try CommandRun(["log", "verify", "--expect", Self.head] + store)
            #expect(verified.status == 0)
            #expect(verified.output.hasSuffix("\(Self.head)\n"))
            let listed = try CommandRun(["log", "list"] + store).output
            for words in ["晋能煤矿机械有限公司", "限2026-12-31前整改", "工商底档"] { #expect(listed.contains(words)) }
            let added = try CommandRun(
                ["log", "add", "--person", "李明", "--name", "深圳前海RWA数字科技有限公司", "--id", "1001"] + store
            )
            #expect(added.status == 1)
            #expect(added.errors == "")
            let after = try CommandRun(["log", "verify", "--expect", Self.head] + store)
            #expect(after.status == 0)
            #expect(after.output.contains("8:"))
            let doctor = try CommandRun(["doctor", "--lang", "en"] + store)
            #expect(doctor.status == 0)
            #expect(doctor.output.contains("8 entries"))
        }

        @Test("rules and notices of the first version are used as they are")
        func data() throws {
            let folder = try ScratchFolder()
            let configuration = try folder.write("pack: sample\ndata: \(Self.fixture.path)\n", to: "c.yaml")
            let options = ["--config", configuration]
            let flagged = try CommandRun(["check", "--name", "深圳宝币有限公司", "--lang", "en"] + options)
            #expect(flagged.status == 1)
            #expect(flagged.errors == "")
            #expect(try CommandRun(["check", "--name", "深圳宝石有限公司"] + options).status == 0)
            #expect(try CommandRun(["rules", "test"] + options).status == 0)
            let doctor = try CommandRun(["doctor", "--lang", "en"] + options)
            #expect(doctor.output.contains("sample 1.0.0: holds, 1 rules, 2 sentinels, in force, not signed"))
            #expect(!doctor.output.contains("error["))
        }
    }
#endif

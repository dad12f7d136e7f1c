import Foundation
import TestSupport
import Testing

@Suite("Exit status and messages", .timeLimit(.minutes(15)))
struct UsageTests {
    @Test(
        "ends with 2 and says why when it can't run",
        arguments: [
            (["check"], "nothing to screen"),
            (["check", "--name", "  "], "nothing to screen"),
            (["check", "--name", "a", "--format", "xml"], "'text' and 'json'"),
            (["check", "--nmae", "a"], "Unknown option '--nmae'. Did you mean '--name'?"),
            (["frobnicate"], "error: 'hegui' has no command 'frobnicate'\n"),
            (["chekc", "--name", "a"], "'hegui' has no command 'chekc'; did you mean 'check'?"),
            (["rules", "lintt"], "'hegui rules' has no command 'lintt'; did you mean 'lint'?"),
            (["help", "scren"], "'hegui' has no command 'scren'; did you mean 'screen'?"),
            (["rules", "test", "minning"], "no pack or rule 'minning'; did you mean 'yinfa-2026-42/mining'?"),
            (["rules", "show", "yinfa-2021-237/minning"], "yinfa-2021-237 has no rule 'yinfa-2021-237/minning'; did"),
            (["rules", "list", "--pack", "no-such"], "help: packs are yinfa-2021-237"),
            (["parse", "/"], "/: error: can't be read: Is a directory\n"),
            (["verify", "/no/such", "--input", "-"], "/no/such: error: there is no evidence here"),
            (["check", "--name", "a", "--as-of", "1999-01-01"], "on 1999-01-01; the earliest is from 2021-09-24"),
            (["check", "--name", "a", "--as-of", "2026-13-01"], "in force on this day, such as 2024-01-01"),
            (["screen"], "files"),
            (["screen", "/no/such.csv"], "/no/such.csv: error: can't be read: No such file or directory"),
            (["screen", "/"], "Is a directory"),
            (["screen", "-", "--threads", "0"], "--threads"),
            (["screen", "-", "-"], "only once"),
            (["screen", "-", "--map", "colour=1"], "--map: 'colour' is not a field"),
            (["screen", "-", "--encoding", "klingon"], "klingon"),
            (["screen", "-"], "the file is empty"),
            (["parse", "yinfa-2026-42", "--norms", "--format", "akn"], "--norms goes with --format outline"),
            (["corpus", "verify", "no-such-notice"], "there is no notice 'no-such-notice'"),
            (["parse", "no-such-notice"], "no such notice in the corpus"),
            (["check", "--name", "a", "--data", "/no/such"], "--data: '/no/such' is not a data folder"),
            (["check", "--name", "a", "--pack", "no-such-pack"], "no-such-pack"),
            (["corpus", "norms", "no-such-notice"], "no-such-notice: error: no such notice in the corpus"),
            (["corpus", "norms", "--floor", "colour-f1=1"], "colour-f1=1"),
        ]
    )
    func failures(arguments: [String], message: String) throws {
        let run = try CommandRun(arguments)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains(message))
    }

    @Test(
        "prints help and version to standard output, with status 0 and an example",
        arguments: [
            ["--help"], ["check", "--help"], ["screen", "--help"], ["parse", "--help"], ["rules", "lint", "--help"],
            ["rules", "test", "--help"], ["corpus", "list", "--help"], ["corpus", "norms", "--help"],
            ["corpus", "verify", "--help"],
        ]
    )
    func help(arguments: [String]) throws {
        let run = try CommandRun(arguments)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.contains("Example:\n"))
        #expect(run.output.contains("USAGE: hegui"))
    }

    @Test("knows its version")
    func version() throws {
        let run = try CommandRun(["--version"])
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test("takes a wrong data folder in the environment for an error, and the option before it")
    func environment() throws {
        let run = try CommandRun(["corpus", "list"], environment: ["HEGUI_DATA": "/no/such"])
        #expect(run.status == 2)
        #expect(
            run.errors == "error: $HEGUI_DATA: '/no/such' is not a data folder; "
                + "expected one that holds 'rules' and 'corpus'\n"
        )
        let root = ProjectFolder.root.path(percentEncoded: false)
        let overruled = try CommandRun(["corpus", "list", "--data", root], environment: ["HEGUI_DATA": "/no/such"])
        #expect(overruled.status == 0)
    }

    @Test("never takes rules from the working directory, and names what it tried")
    func workingDirectory() throws {
        let scratch = try ScratchFolder()
        let program = scratch.url.appending(path: "hegui")
        try CommandRun.copyProgram(to: program)
        let run = try CommandRun(["corpus", "list"], folder: ProjectFolder.root, program: program)
        // An installed package would be found, and rightly so.
        guard !FileManager.default.fileExists(atPath: "/usr/share/hegui/rules") else { return }
        #expect(run.status == 2)
        #expect(run.errors.contains("--data or $HEGUI_DATA"))
        #expect(run.errors.contains("  \(scratch.path(""))"))
        #expect(run.errors.contains("  /usr/share/hegui\n"))
    }

    @Test("finds the data of an installed program beside its folder")
    func installed() throws {
        let scratch = try ScratchFolder()
        let bin = scratch.url.appending(path: "bin")
        let share = scratch.url.appending(path: "share/hegui")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        for name in ["rules", "corpus"] {
            try FileManager.default.createSymbolicLink(
                at: share.appending(path: name),
                withDestinationURL: ProjectFolder.root.appending(path: name)
            )
        }
        let program = bin.appending(path: "hegui")
        try CommandRun.copyProgram(to: program)
        #expect(try CommandRun(["corpus", "list"], program: program).status == 0)
    }

    @Test("lists the notices with the status of each text")
    func corpus() throws {
        let run = try CommandRun(["corpus", "list", "--lang", "en"])
        #expect(run.status == 0)
        #expect(run.output.contains("yinfa-2026-42  银发〔2026〕42号"))
        let chinese = try CommandRun(["corpus", "list"]).output
        #expect(chinese.contains("\n  2021-09-24 公布，被 yinfa-2026-42 废止\n  yinfa-2021-237/zh  转录文本"))
        #expect(run.output.contains("yinfa-2026-42/zh  unofficial reconstruction"))
        #expect(run.output.contains("repealed by yinfa-2026-42"))
    }

    @Test("finds no mistake in the rules that ship, and all their cases pass", arguments: ["lint", "test"])
    func rules(command: String) throws {
        let run = try CommandRun(["rules", command])
        #expect(run.errors == "")
        #expect(run.status == 0)
    }
}

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A run that is stopped or can't write", .timeLimit(.minutes(15)))
struct InterruptionTests {
    @Test("leaves nothing half-written when it is stopped", arguments: [SIGINT, SIGTERM])
    func stopped(signal: Int32) async throws {
        // The program is stopped while rows are still on their way to it.
        Glibc.signal(SIGPIPE, SIG_IGN)
        Self.heedInterrupts()
        let scratch = try ScratchFolder()
        let process = Process()
        process.executableURL = CommandRun.program
        process.arguments = [
            "screen", "-", "--format", "csv", "--output", scratch.path("out.csv"), "--rejects",
            scratch.path("rejects.csv"),
            "--quiet",
        ]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Enough for a few blocks; the pipe stays open, so the program waits for more.
        let rows = Data(("名称,经营范围\n" + String(repeating: "前海RWA科技有限公司,软件开发\n", count: 60_000)).utf8)
        // On a thread of its own: other tests that wait may hold all those of tasks.
        let writing = Thread { try? pipe.fileHandleForWriting.write(contentsOf: rows) }
        writing.start()
        for _ in 0..<600 where try scratch.names.count < 2 {
            try await Task.sleep(for: .milliseconds(100))
        }
        #expect(try scratch.names.allSatisfy { $0.hasSuffix(".part") })
        #expect(try scratch.names.count == 2)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 128 + signal)
        #expect(try scratch.names == [])
    }

    @Test("leaves nothing of several files either, nor of their evidence, and says so")
    func stoppedWithEvidence() throws {
        let scratch = try ScratchFolder()
        let rows = String(repeating: "前海RWA科技有限公司,软件开发\n", count: 60_000)
        let input = try scratch.write("名称,经营范围\n甲,x,多\n" + rows, to: "in.csv")
        let process = Process()
        process.executableURL = CommandRun.program
        // So many files that they aren't done before the program is stopped.
        process.arguments =
            ["screen"] + Array(repeating: input, count: 100) + [
                "--format", "ndjson", "--output", scratch.path("out.ndjson"), "--rejects", scratch.path("rejects.csv"),
                "--evidence", scratch.path("evidence"), "--quiet",
            ]
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        Self.heedInterrupts()
        try process.run()
        // A thread of its own: those of the tests may all be waiting for other programs.
        let number = process.processIdentifier
        Thread.detachNewThread {
            while let names = try? scratch.names, names.count < 4, kill(number, 0) == 0 { usleep(10_000) }
            kill(number, SIGINT)
        }
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 128 + SIGINT)
        #expect(try scratch.names == ["in.csv"])
        let said = try String(decoding: errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(said.hasSuffix("stopped; what was not finished is not kept / 已中止，未完成的结果不予保留\n"))
    }

    /// A job in the background of a script ignores interrupts, and what it starts would do so too.
    private static func heedInterrupts() {
        Glibc.signal(SIGINT, SIG_DFL)
    }

    @Test("says so and ends with 2 when the disk is full", arguments: ["csv", "ndjson", "html", "xlsx"])
    func full(format: String) throws {
        let run = try CommandRun(
            ["screen", "-", "--format", format, "--output", "/dev/full"],
            input: "名称\n前海RWA科技有限公司\n"
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("--output: can't write: No space left on device"))
    }

    @Test("keeps rejected rows with their reason, and lists no more than fifty")
    func rejects() throws {
        let scratch = try ScratchFolder()
        let rows = (1...60).map { "甲\($0),x,多\n" }.joined()
        let input = try scratch.write("名称,经营范围\n" + rows, to: "in.csv")
        let path = scratch.path("rejects.csv")
        let run = try CommandRun(["screen", input, "--rejects", path])
        #expect(run.status == 1)
        #expect(run.errors.components(separatedBy: "error[row/rejected]").count == 51)
        #expect(run.errors.contains("60 行无法读取\n"))
        let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n")
        #expect(lines[0].hasSuffix("file,sheet,row,line,reason,text"))
        #expect(lines[1] == "\(input),,1,2,3 cells where the header has 2 columns,\"甲1,x,多\"")
        #expect(lines.count == 62)
    }
}

import Foundation
import TestSupport
import Testing

@Suite("Files that no one should have to read", .timeLimit(.minutes(15)))
struct HostileInputTests {
    private static let document = ProjectFolder.root.appending(path: "Tests/CommandTests/Goldens/hostile-inputs.md")

    /// With `UPDATE_GOLDEN` set, the table is rewritten; read the difference before it is committed.
    @Test("get what the table says")
    func table() throws {
        var lines = [
            "| input | exit | rows | flagged | rejected | what is said |", "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += try HostileInput.all.map(Self.line)
        let head = """
            # Hostile inputs, and what each got

            `hegui screen FILE` on files made to break it; the tests write this table, and fail where it changes.
            Nothing crashes, nothing is lost unsaid: a row is screened, or rejected with its number and reason.


            """
        let text = head + lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try text.write(to: Self.document, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: Self.document, encoding: .utf8)
        #expect(text == expected, "set UPDATE_GOLDEN=1 to rewrite the table")
        #expect(HostileInput.all.count >= 30)
    }

    private static func line(_ input: HostileInput) throws -> String {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: input.name)
        try Data(input.bytes()).write(to: url)
        let run = try CommandRun(["screen", input.name, "--format", "csv", "--lang", "en"], folder: scratch.url)
        // How far it was after ten seconds is another matter on each machine.
        var errors = run.errors.split(separator: "\n").map(String.init).filter { !$0.contains(" rows/s ") }
        var counts = ["–", "–", "–"]
        if let index = errors.firstIndex(where: { $0.contains(" rows: ") }) {
            let numbers = errors[index].split { !("0"..."9").contains($0) }.compactMap { Int($0) }
            counts[0] = String(numbers[0])
            counts[1] = String(numbers[1] + numbers[2] + numbers[3])
            counts[2] =
                errors.first { $0.hasSuffix(" rows rejected") }.flatMap { $0.split(separator: " ").first }
                .map(String.init) ?? "0"
            errors.removeSubrange(index...)
        }
        let said = errors.prefix(2).joined(separator: " / ").replacing("|", with: "\\|")
        // The table is for reading: what can't be seen in it has no place there.
        #expect(!run.output.unicodeScalars.contains("\u{0}"))
        return "| \(input.testDescription) | \(run.status) | \(counts.joined(separator: " | ")) | \(said) |"
    }
}

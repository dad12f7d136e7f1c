import ArgumentParser
import Foundation
import RuleEngine

/// Lays out the rule files in the one way that they are kept.
struct RulesFmt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay out rule files: keys in order, two blanks a level.",
        discussion: """
            Lines are moved and indented, never rewritten; comments and quoted texts stay. A file that can't be laid out \
            without a change of what it says is left alone and named.

            Exits with 0, with --check with 1 when a file isn't laid out so, and with 2 when one can't be.

            Example:
              hegui rules fmt
              hegui rules fmt --check rules/yinfa-2026-42/mining
            """
    )

    @Argument(help: "Files or folders; the rules of the data folder by default.")
    var paths: [String] = []

    @Flag(help: "Change nothing; list the files that aren't laid out so.")
    var check = false

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let roots = paths.isEmpty ? [try data.folder().rules] : paths.map { URL(filePath: $0) }
        var changed: [String] = []
        var count = 0
        for root in roots {
            let files = RuleFolder.formattedFiles(below: root)
            guard !files.isEmpty else {
                throw CommandFailure("'\(root.path(percentEncoded: false))' is no rule file and holds none")
            }
            for file in files {
                count += 1
                let path = file.path(percentEncoded: false)
                let (before, after) = try Self.layout(of: file)
                guard before != after else { continue }
                changed.append(path)
                if !check { try Self.write(after, to: file) }
            }
        }
        let lines = changed.map { check ? "\($0): not laid out; run 'hegui rules fmt'" : "\($0): laid out" }
        try ResultOutput.standard.write(
            (lines + ["\(count) files, \(changed.count) \(check ? "to be laid out" : "changed")"]).joined(
                separator: "\n"
            )
                + "\n"
        )
        try exit.end(check && !changed.isEmpty)
    }

    private static func layout(of file: URL) throws(CommandFailure) -> (before: String, after: String) {
        do {
            return try RuleFolder.layout(of: file)
        } catch {
            throw CommandFailure(located: error.description)
        }
    }

    private static func write(_ text: String, to file: URL) throws(CommandFailure) {
        do {
            try text.write(to: file, atomically: true, encoding: .utf8)
        } catch {
            throw CommandFailure("can't write '\(file.path(percentEncoded: false))': \(SystemReason.text(of: error))")
        }
    }
}

#if Service
    import ArgumentParser
    import DecisionLog
    import LegalText
    import Reporting

    extension Hegui {
        /// Looks for changes in a log.
        struct LogVerify: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "verify",
                abstract: "Look at every entry of the log, and say what was changed.",
                discussion: """
                    Prints the head of the log, NUMBER:HASH. Write it down somewhere else, and give it with --expect next time: \
                    whoever can write to the file can cut entries off its end or write all of it anew, and only a head that was \
                    kept elsewhere tells that.

                    Exits with 0 when nothing is wrong, with 1 when something is, and with 2 when it could not run.

                    Example:
                      hegui log verify --store decisions --expect 1204:9f86d081884c7d65…
                    """
            )

            @OptionGroup var store: StoreOptions

            @Option(
                help: ArgumentHelp("A head that was printed earlier, which must still be there.", valueName: "head")
            )
            var expect: LogHead?

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            func run() async throws {
                let result = try await store.open(.reading).verify(expecting: expect)
                if let fault = result.fault {
                    try ResultOutput.standard.write(LogWording.broken[lang] + fault.message[lang] + "\n")
                    throw ExitStatus.found
                }
                try ResultOutput.standard.write(LogWording.whole[lang] + "\(result.head)\n")
            }
        }

        /// Writes the log out.
        struct LogExport: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "export",
                abstract: "Write every entry out, with the hashes that let others check them.",
                discussion: """
                    Each line of NDJSON is {"hash":"…","entry":{…}}: the hash stands at bytes 9 to 73, the entry from byte 83 up \
                    to the last brace. In CSV they are the last two columns. A hash is the SHA-256 of 'hegui/log/1' and a line \
                    end, the 32 bytes of the hash before (zeros before the first), the entry's length in bytes as eight bytes, \
                    highest first, and the entry.

                    The export holds what was reported; it isn't for viewers.

                    Example:
                      hegui log export --store decisions --output decisions.ndjson
                    """
            )

            /// The formats of an export.
            enum Format: String, CaseIterable, ExpressibleByArgument {
                case ndjson, csv
            }

            @OptionGroup var store: StoreOptions

            @Option(help: "ndjson or csv.")
            var format = Format.ndjson

            @Option(help: ArgumentHelp("Where to write; by default to standard output.", valueName: "file"))
            var output: String?

            func run() async throws {
                try WrittenFiles.check([("--output", output)], against: store.files)
                let log = try store.open(.reading)
                let sink = try output.map { path throws(CommandFailure) in try ResultOutput(path: path) } ?? .standard
                if format == .csv { try sink.write("\u{FEFF}" + CSVText.line(KeptEntry.header)) }
                var number = 0
                while true {
                    let entries = try await log.entries(after: number)
                    guard let last = entries.last else { break }
                    var text = ""
                    for entry in entries { text += format == .csv ? CSVText.line(try entry.cells()) : entry.line }
                    try sink.write(text)
                    number = last.number
                }
                try sink.finish()
            }
        }

        /// Copies the log.
        struct LogBackup: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "backup",
                abstract: "Copy the log to a file, whole or not at all, while it is in use.",
                discussion: """
                    The copy is verified, and its head is printed.

                    Example:
                      hegui log backup /backup/decisions-2026-12-01.sqlite --store decisions
                    """
            )

            @Argument(help: "The file to write; nothing is overwritten.")
            var file: String

            @OptionGroup var store: StoreOptions

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            func run() async throws {
                let log = try store.open(.reading)
                Interruption.willWrite(DecisionStore.unfinishedCopy(of: file))
                try log.backUp(to: file)
                let result = try await log.verify()
                if let fault = result.fault {
                    StandardError.print("warning[log/unverified]: \(fault.message.en) / \(fault.message.zh)")
                    throw ExitStatus.found
                }
                try ResultOutput.standard.write(LogWording.whole[lang] + "\(result.head)\n")
            }
        }

        /// Puts a copy in the place of a log that is gone.
        struct LogRestore: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "restore",
                abstract: "Put a backup in a folder that has no log, after verifying it.",
                discussion: """
                    Example:
                      hegui log restore /backup/decisions-2026-12-01.sqlite --store decisions
                    """
            )

            @Argument(help: "The file that 'hegui log backup' wrote.")
            var file: String

            @OptionGroup var store: StoreOptions

            @Option(help: ArgumentHelp("A head that was printed earlier, which must be there.", valueName: "head"))
            var expect: LogHead?

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            func run() async throws {
                let target = DecisionStore.file(in: store.store)
                Interruption.willWrite(DecisionStore.unfinishedCopy(of: target))
                let head = try await DecisionStore.restore(file, to: store.store, expecting: expect)
                try ResultOutput.standard.write(LogWording.whole[lang] + "\(head)\n")
            }
        }
    }

    /// What the commands for the log say.
    enum LogWording {
        static let whole = LocalizedText(zh: "完好，链尾 ", en: "whole; head ")
        static let broken = LocalizedText(zh: "不完好：", en: "not whole: ")
    }
#endif

#if Service
    import ArgumentParser
    import DecisionLog
    import Foundation
    import LegalText
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    extension Hegui {
        /// Screens records and keeps the verdicts.
        struct LogAdd: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "add",
                abstract: "Screen a record, or files of them, and keep the verdicts in the log.",
                discussion: """
                    A line with the id is printed for each decision once it is on the disk; what people decided of the same \
                    record before is honoured as long as it holds, and stands below. Of files only flagged rows are kept, \
                    unless --all asks for the others.

                    Exits with 0 when nothing was found or every finding is released, and with 1 when a finding is left.

                    Example:
                      hegui log add --store decisions --person 王芳 --name 前海RWA科技有限公司 --scope 软件开发
                      hegui log add companies.csv --store decisions --person 王芳
                    """
            )

            @Argument(help: "Files of records; '-' for standard input.")
            var files: [String] = []

            @OptionGroup var store: StoreOptions
            @OptionGroup var person: PersonOptions

            @Option(help: ArgumentHelp("The registered name.", valueName: "text"))
            var name: String?

            @Option(help: ArgumentHelp("The registered business scope (经营范围).", valueName: "text"))
            var scope: String?

            @Option(help: ArgumentHelp("A free description of what the entity does.", valueName: "text"))
            var description: String?

            @Option(help: ArgumentHelp("A key that the entity is known by.", valueName: "text"))
            var id: String?

            @Flag(help: "Keep verdicts on rows without a finding, too.")
            var all = false

            @OptionGroup var input: InputOptions
            @OptionGroup var screening: ScreeningOptions
            @OptionGroup var data: DataOptions
            @OptionGroup var exit: ExitOptions

            private var record: Record { Record(id: id, name: name, scope: scope, description: description) }

            func validate() throws {
                if files.isEmpty == record.isBlank {
                    throw ValidationError("Give files, or one record with --name, --scope or --description.")
                }
            }

            func run() async throws {
                let folder = try data.folder()
                let pack = try folder.pack(screening.packID(in: folder))
                let keeper = try DecisionKeeper(store.open(.create), pack, folder, person.person, screening.lang)
                if files.isEmpty {
                    var scratch = EvaluationScratch()
                    try keeper.keep([(record, pack.verdict(on: record, scratch: &scratch), nil)])
                } else {
                    var batch = try BatchRun(files: files, files, try input.reading())
                    batch.printRemarks(in: screening.lang)
                    let screener = BatchScreener(
                        pack: pack,
                        workers: ProcessInfo.processInfo.activeProcessorCount,
                        keepsClear: all
                    )
                    _ = try await batch.screen(with: screener, meter: nil) { rows, source in
                        var found: [DecisionKeeper.Screened] = []
                        for row in rows {
                            switch row.outcome {
                            case .screened(let record, let verdict):
                                guard all || verdict.level > .clear else { continue }
                                let place = DecisionPlace(
                                    file: source.file == "-" ? nil : URL(filePath: source.file).lastPathComponent,
                                    sheet: source.sheet,
                                    row: row.row
                                )
                                found.append((record, verdict, place))
                            case .rejected(let problem): keeper.reject(row, problem, of: source)
                            }
                        }
                        try keeper.keep(found)
                    }
                }
                try exit.end(keeper.hasOpen || keeper.rejected > 0)
            }
        }
    }

    /// Keeps verdicts in a log and says how each finding stands.
    private final class DecisionKeeper {
        typealias Screened = (record: Record, verdict: Verdict, place: DecisionPlace?)

        /// How many decisions go to the disk at a time: what is lost of a run that is killed is at most so many.
        private static let batch = 100

        private let store: DecisionStore
        private let pack: CompiledRulePack
        private let noticeDigest: String
        private let person: String
        private let text: LogText
        private let json: VerdictJSON

        /// Whether a finding was kept that nobody released.
        private(set) var hasOpen = false

        /// How many rows couldn't be read.
        private(set) var rejected = 0

        init(
            _ store: DecisionStore,
            _ pack: CompiledRulePack,
            _ folder: DataFolder,
            _ person: String,
            _ language: LocalizedText.Language
        ) throws {
            self.store = store
            self.pack = pack
            self.person = person
            text = LogText(language: language)
            json = VerdictJSON(packs: [PackIdentity(pack)], language: language)
            do {
                noticeDigest = NoticeDigest.digest(of: try folder.corpus().text(named: pack.id)?.bytes ?? [])
            } catch let error as CorpusError {
                throw CommandFailure(located: error.diagnostics.map(\.description).joined(separator: "\n"))
            }
        }

        func keep(_ screened: [Screened]) throws {
            var rest = screened[...]
            while !rest.isEmpty {
                let some = rest.prefix(Self.batch)
                rest = rest.dropFirst(some.count)
                let kept = try store.appendBlocking(
                    some.map { record, verdict, place in
                        NewDecision(
                            record,
                            at: place,
                            verdict,
                            findings: json.findings(of: verdict).compact,
                            released: json.released(of: verdict).compact,
                            pack: pack,
                            noticeDigest: noticeDigest,
                            engine: Hegui.version,
                            by: person
                        )
                    }
                )
                let standings = try store.standingsBlocking(
                    of: kept.map { ($0.fingerprint, $0.grounds) },
                    for: .officer
                )
                var lines = ""
                for (decision, standings) in zip(kept, standings) {
                    if standings.contains(where: { !$0.isReleased }) { hasOpen = true }
                    let row = decision.place.map { "  \($0.file ?? "-"):\($0.row)" } ?? ""
                    lines += "\(decision.id)  \(decision.verdict.rawValue)\(row)\n"
                    for standing in standings where standing.disposition != nil { lines += text.line(standing) + "\n" }
                }
                try ResultOutput.standard.write(lines)
            }
        }

        func reject(_ row: ScreenedRow, _ problem: RowProblem, of source: RowSource) {
            rejected += 1
            StandardError.print("\(source.label):\(row.line): error[row/rejected]: row \(row.row): \(problem)")
        }
    }
#endif

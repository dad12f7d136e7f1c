#if Service
    import ArgumentParser
    import DecisionLog
    import LegalText
    import RecordModel

    extension Hegui {
        /// Lists decisions.
        struct LogList: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "list",
                abstract: "List decisions, the latest first, and how their findings stand.",
                discussion: """
                    Example:
                      hegui log list --store decisions --state reopened
                      hegui log list --store decisions --verdict prohibited --article yinfa-2026-42/art_8 --format ndjson
                    """
            )

            @OptionGroup var store: StoreOptions

            @Option(help: "The verdict: clear, review, restricted or prohibited.")
            var verdict: Verdict.Level?

            @Option(help: ArgumentHelp("The rule that fired.", valueName: "id"))
            var rule: String?

            @Option(help: ArgumentHelp("The provision: a notice, or yinfa-2026-42/art_8.", valueName: "id"))
            var article: String?

            @Option(help: ArgumentHelp("Who asked for the verdict.", valueName: "name"))
            var person: String?

            @Option(help: ArgumentHelp("From this day in China or moment in UTC on.", valueName: "time"))
            var from: LogTime?

            @Option(help: ArgumentHelp("Before this day in China or moment in UTC.", valueName: "time"))
            var before: LogTime?

            @Option(help: "How a finding stands, such as open, waived, reopened or overdue.")
            var state: Standing.State?

            @Flag(help: "Only what was reported.")
            var reported = false

            @Option(help: ArgumentHelp("Words in the record's names.", valueName: "text"))
            var name: String?

            @Option(help: ArgumentHelp("The record's key.", valueName: "key"))
            var id: String?

            @Option(help: ArgumentHelp("How many, at most 1,000.", valueName: "number"))
            var limit = 50

            @Option(help: ArgumentHelp("Go on after this decision.", valueName: "decision"))
            var after: String?

            @Option(help: "text or ndjson.")
            var format = LogFormat.text

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            @OptionGroup var data: DataOptions

            func run() async throws {
                let log = try store.open(.reading)
                var query = DecisionQuery(limit: limit)
                query.verdict = verdict
                query.rule = rule
                query.article = article
                query.person = person
                query.from = from
                query.before = before
                query.state = state
                query.isReported = reported ? true : nil
                query.name = name
                query.recordID = id
                query.after = after
                let page = try await log.decisions(query, under: try LoggedRules(data).current, for: .officer)
                let writer = LogText(language: lang)
                for listed in page.decisions {
                    switch format {
                    case .text: try ResultOutput.standard.write(writer.text(listed))
                    case .ndjson: try ResultOutput.standard.write(listed.json(for: .officer) + "\n")
                    }
                }
                if let next = page.next {
                    StandardError.print("note: more decisions follow; --after \(next) shows them")
                }
            }
        }

        /// Shows a decision and all that was decided of it.
        struct LogShow: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "show",
                abstract: "Show a decision and everything that people decided of it.",
                discussion: """
                    Example:
                      hegui log show 3k9d2m7xq0vh --store decisions
                    """
            )

            @Argument(help: "The id of the decision.")
            var decision: String

            @OptionGroup var store: StoreOptions

            @Option(help: "text or ndjson.")
            var format = LogFormat.text

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            @OptionGroup var data: DataOptions

            func run() async throws {
                let log = try store.open(.reading)
                let rules = try LoggedRules(data).current
                guard let listed = try await log.decision(decision, under: rules, for: .officer),
                    let history = try await log.history(of: decision, for: .officer)
                else { throw DecisionStoreError(.unknown(decision)) }
                let writer = LogText(language: lang)
                switch format {
                case .text:
                    try ResultOutput.standard.write(writer.text(listed))
                    for disposition in history { try ResultOutput.standard.write(writer.line(disposition) + "\n") }
                case .ndjson:
                    try ResultOutput.standard.write(listed.json(for: .officer) + "\n")
                    for disposition in history { try ResultOutput.standard.write(disposition.json() + "\n") }
                }
            }
        }
    }
#endif

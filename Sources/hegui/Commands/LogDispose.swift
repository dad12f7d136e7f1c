#if Service
    import ArgumentParser
    import DecisionLog
    import LegalText

    extension Hegui {
        /// Keeps what a person decides of a decision's findings.
        struct LogDispose: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "dispose",
                abstract: "Say what becomes of the findings of a decision.",
                discussion: """
                    confirmed; false-positive (--note why); waived (--day until, --note why; never of a prohibition); \
                    rectification-due (--day by when); needs-documents (--note which); reported (--party to whom, --day when); \
                    rectified (--by, the decision on the new name or scope); exited; reopened (--note why).

                    A waiver and a false positive count until the clause, the rule or the words that fired change; a waiver \
                    until its day at the latest.

                    Example:
                      hegui log dispose 3k9d2m7xq0vh false-positive --note 地名 --store decisions --person 王芳
                    """
            )

            @Argument(help: "The id of the decision.")
            var decision: String

            @Argument(help: "What becomes of its findings; see above.")
            var kind: String

            @OptionGroup var store: StoreOptions
            @OptionGroup var person: PersonOptions

            @Option(
                parsing: .singleValue,
                help: ArgumentHelp("Only the finding of this rule; may be given again.", valueName: "id")
            )
            var rule: [String] = []

            @Option(help: ArgumentHelp("Until when, by when, or when; days in China.", valueName: "date"))
            var day: CalendarDay?

            @Option(help: ArgumentHelp("To whom it was reported.", valueName: "name"))
            var party: String?

            @Option(help: ArgumentHelp("The decision on the record that was put right.", valueName: "decision"))
            var by: String?

            @Option(help: ArgumentHelp("Why, or which documents.", valueName: "text"))
            var note: String?

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            func validate() throws {
                if Disposition.Kind(name: kind, day: day, party: party, decision: by) == nil {
                    let known = Disposition.Kind.names.joined(separator: ", ")
                    throw ValidationError(
                        "'\(kind)' with these options is none of: \(known); see --help for what each needs."
                    )
                }
            }

            func run() async throws {
                guard let kind = Disposition.Kind(name: kind, day: day, party: party, decision: by) else { return }
                let disposition = NewDisposition(of: decision, rules: rule, kind, note: note, by: person.person)
                let kept = try await store.open(.existing).dispose(disposition)
                try ResultOutput.standard.write(LogText(language: lang).line(kept) + "\n")
            }
        }

        /// Keeps what a second person says of a release.
        struct LogAnswer: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "answer",
                abstract: "Approve or decline a release that waits for a second person.",
                discussion: """
                    Example:
                      hegui log answer 7m2k9d3xq0vh --approve --store decisions --person 李明
                    """
            )

            @Argument(help: "The id of the disposition.")
            var disposition: String

            @OptionGroup var store: StoreOptions
            @OptionGroup var person: PersonOptions

            @Flag(help: "Let the release count.")
            var approve = false

            @Flag(help: "Don't; the finding is open again.")
            var decline = false

            @Option(help: ArgumentHelp("Why.", valueName: "text"))
            var note: String?

            @Option(help: "The language of text: zh or en.")
            var lang = LocalizedText.Language.zh

            func validate() throws {
                if approve == decline { throw ValidationError("Give either --approve or --decline.") }
            }

            func run() async throws {
                let log = try store.open(.existing)
                let kept = try await log.answer(disposition, isApproved: approve, note: note, by: person.person)
                try ResultOutput.standard.write(LogText(language: lang).line(kept) + "\n")
            }
        }

        /// Says or decides whether a second person must agree to releases.
        struct LogPolicy: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "policy",
                abstract: "Say, or decide, whether a second person must agree to false positives and waivers.",
                discussion: """
                    Example:
                      hegui log policy --four-eyes on --store decisions --person 王芳
                    """
            )

            @OptionGroup var store: StoreOptions

            @Option(help: "on or off; kept in the log, and holds for releases from here on.")
            var fourEyes: Switch?

            @Option(help: ArgumentHelp("Who decides so.", valueName: "name"))
            var person: String?

            /// On or off.
            enum Switch: String, CaseIterable, ExpressibleByArgument {
                case on, off
            }

            func validate() throws {
                if fourEyes != nil, person == nil { throw ValidationError("--four-eyes needs --person.") }
            }

            func run() async throws {
                let log = try store.open(fourEyes == nil ? .reading : .existing)
                if let fourEyes, let person { try await log.setNeedsSecondPerson(fourEyes == .on, by: person) }
                let isOn = try await log.needsSecondPerson()
                try ResultOutput.standard.write("four-eyes \(isOn ? "on" : "off")\n")
            }
        }
    }
#endif

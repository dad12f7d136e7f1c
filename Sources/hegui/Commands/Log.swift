#if Service
    import ArgumentParser
    import DecisionLog
    import Foundation
    import LegalText
    import RecordModel
    import RuleEngine

    extension Hegui {
        /// The commands for the record of decisions.
        struct Log: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Keep decisions and what people made of them.",
                discussion: """
                    The log is one file, decisions.sqlite, in the folder that --store names. Entries are only ever added, each \
                    with a hash over all before it. Commands may be used while 'hegui serve' runs on the same folder.

                    Example:
                      hegui log add --store decisions --person 王芳 --name 前海RWA科技有限公司
                      hegui log list --store decisions --state open
                      hegui log dispose 3k9d2m7xq0vh rectification-due --day 2026-12-31 --store decisions --person 王芳
                      hegui log verify --store decisions
                    """,
                subcommands: [
                    LogList.self, LogShow.self, LogAdd.self, LogDispose.self, LogAnswer.self, LogPolicy.self,
                    LogVerify.self, LogExport.self, LogBackup.self, LogRestore.self,
                ]
            )
        }

        /// The formats of what is listed.
        enum LogFormat: String, CaseIterable, ExpressibleByArgument {
            case text, ndjson
        }
    }

    /// Lines that show decisions and dispositions.
    struct LogText {
        let language: LocalizedText.Language

        /// The decision in a line, and a line for each finding.
        func text(_ listed: ListedDecision) -> String {
            let decision = listed.decision
            let name = decision.record.name ?? decision.record.scope ?? decision.record.description ?? ""
            let key = decision.record.id.map { "  \($0)" } ?? ""
            let head =
                "\(decision.id)  \(decision.time)  \(decision.verdict.rawValue)  \(shown(name))\(shown(key))  "
                + decision.person
            return ([head] + listed.standings.map(line)).joined(separator: "\n") + "\n"
        }

        /// How a finding stands, in a line.
        func line(_ standing: Standing) -> String {
            let reports = standing.reports.map { "；\($0.kind.label[language])" }.joined()
            return "   \(standing.rule)  \(standing.state.label[language])"
                + (standing.disposition == nil ? "" : "  \(shown(standing.summary[language]))") + shown(reports)
        }

        /// A disposition in a line.
        func line(_ disposition: Disposition) -> String {
            let note = disposition.note.map { "  \($0)" } ?? ""
            var line =
                "\(disposition.id)  \(disposition.time)  \(disposition.kind.label[language])  \(disposition.person)"
            line += "  \(disposition.rules.joined(separator: ", "))\(note)"
            if let answer = disposition.answer {
                let said = LocalizedText(
                    zh: answer.isApproved ? "同意" : "不同意",
                    en: answer.isApproved ? "approved" : "declined"
                )
                line += "  → \(said[language]) \(answer.person) \(answer.time)\(answer.note.map { "  \($0)" } ?? "")"
            } else if disposition.needsApproval {
                line += "  → \(Standing.State.awaitingApproval.label[language])"
            }
            return shown(line)
        }

        /// Text from a record without what would move the cursor.
        private func shown(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
                )
            )
        }
    }

    /// The rules as they are now, for whatever packs there are.
    struct LoggedRules {
        let current: CurrentRules

        init(_ data: DataOptions) throws(CommandFailure) {
            let folder = try data.folder()
            var packs: [CompiledRulePack] = []
            for id in try folder.ruleFolder().packIDs { packs.append(try folder.pack(id)) }
            current = CurrentRules(packs)
        }
    }
#endif

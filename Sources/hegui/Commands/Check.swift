import ArgumentParser
import LegalText
import RecordModel
import Reporting
import RuleEngine

extension Hegui {
    /// Screens one record that is given on the command line.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Screen one name, business scope or description.",
            discussion: """
                Exits with 0 when no rule fired, with 1 when one did, and with 2 when it could not run.

                Example:
                  hegui check --scope "煤矿机械制造；区块链技术相关软件和服务"
                  hegui check --scope "矿机配件" --why-not mining-machine-sales
                """
        )

        @Option(help: ArgumentHelp("The registered name.", valueName: "text"))
        var name: String?

        @Option(
            name: .customLong("other-name"),
            parsing: .singleValue,
            help: ArgumentHelp("A brand, former or foreign name; may be given again.", valueName: "text")
        )
        var otherNames: [String] = []

        @Option(help: ArgumentHelp("The registered business scope (经营范围).", valueName: "text"))
        var scope: String?

        @Option(help: ArgumentHelp("A free description of what the entity does.", valueName: "text"))
        var description: String?

        @Option(help: ArgumentHelp("A key to show in the result; it is not screened.", valueName: "text"))
        var id: String?

        @Option(help: ArgumentHelp("The kind of entity, such as bank.", valueName: "kind"))
        var actor: String?

        @Option(help: ArgumentHelp("Where the entity is, such as CN or HK.", valueName: "place"))
        var jurisdiction: String?

        @Option(help: ArgumentHelp("The approval or filing that the entity claims.", valueName: "text"))
        var approval: String?

        @Option(
            name: .customLong("why-not"),
            help: ArgumentHelp("Say why this rule did not fire, and what came closest.", valueName: "rule")
        )
        var whyNot: String?

        @Option(help: "How to print the verdict: text or json.")
        var format = VerdictFormat.text

        @OptionGroup var screening: ScreeningOptions
        @OptionGroup var data: DataOptions
        @OptionGroup var exit: ExitOptions

        func run() throws {
            // Not in `validate`, which runs before an option is found to be unknown.
            guard !record.isBlank else {
                throw CommandFailure("nothing to screen; give --name, --other-name, --scope or --description")
            }
            let folder = try data.folder()
            let pack = try folder.pack(screening.packID(in: folder))
            var scratch = EvaluationScratch()
            let verdict = pack.verdict(on: record, scratch: &scratch)
            let answer = try whyNot.map { id throws(CommandFailure) in
                guard let answer = pack.whyNot(id, on: record, scratch: &scratch) else {
                    let near = NearestName(rules: pack.ruleIDs).suggestion(for: id).map { "; \($0)" } ?? ""
                    throw CommandFailure("--why-not: the pack \(pack.id) has no rule '\(id)'\(near)")
                }
                return answer
            }
            try ResultOutput.standard.write(report(verdict, answer, packs: [PackIdentity(pack)]))
            try exit.end(verdict.level > .clear)
        }

        private var record: Record {
            Record(
                id: id,
                name: name,
                otherNames: otherNames.map { OtherName($0) },
                scope: scope,
                description: description,
                actor: actor,
                jurisdiction: jurisdiction,
                approval: approval
            )
        }

        private func report(_ verdict: Verdict, _ whyNot: WhyNot?, packs: [PackIdentity]) -> String {
            switch format {
            case .json:
                let writer = VerdictJSON(packs: packs, language: screening.lang)
                return writer.document(record, verdict, whyNot: whyNot).indented + "\n"
            case .text:
                let marker = SpanMarker(usesColor: Terminal.showsColor)
                let writer = VerdictText(language: screening.lang, marker: marker)
                let answer = whyNot.map { "\n" + writer.text($0) } ?? ""
                return writer.text(record, verdict) + answer + "\n" + writer.footer(packs: packs)
            }
        }
    }

    /// The formats of a single verdict.
    enum VerdictFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }
}

import ArgumentParser
import LegalText
import NoticeModel

/// Which rules are used, and in which language results are worded.
struct ScreeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The rule pack, named after its notice; by default yinfa-2026-42.", valueName: "id"))
    var pack: String?

    @Option(
        help: ArgumentHelp(
            "Use the rules of the notice that was in force on this day, such as 2024-01-01.",
            valueName: "date"
        )
    )
    var asOf: LegalDate?

    @Option(help: "The language of text and of quotes: zh or en. Explanations in JSON are always in both.")
    var lang = LocalizedText.Language.zh
}

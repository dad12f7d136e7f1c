import ArgumentParser
import LegalText

/// Which rules are used, and in which language results are worded.
struct ScreeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The rule pack, named after its notice.", valueName: "id"))
    var pack = "yinfa-2026-42"

    @Option(help: "The language of text and of quotes: zh or en. Explanations in JSON are always in both.")
    var lang = LocalizedText.Language.zh
}

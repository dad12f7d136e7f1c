import ArgumentParser
import LegalText
import Screening

/// How files of records are read.
struct InputOptions: ParsableArguments {
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Which column holds which field, by header or number: name=单位,scope=3; ignore=列 leaves one out.",
            valueName: "field=column"
        )
    )
    var map: [String] = []

    @Option(help: "The format of the files, if it can't be told: csv, tsv, ndjson, lines or xlsx.")
    var inputFormat: RecordFormat?

    @Option(help: "The encoding of the files, if it can't be told, such as GB18030.")
    var encoding: TextEncoding?

    @Flag(help: "The first row is a record; columns are mapped by number.")
    var noHeader = false

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A sheet of a workbook, by name or number; may be given again. Without it all that are shown are read.",
            valueName: "sheet"
        )
    )
    var sheet: [String] = []

    /// The options as the reader of records takes them.
    func reading() throws(CommandFailure) -> RecordReadingOptions {
        do {
            var options = RecordReadingOptions(
                format: inputFormat,
                encoding: encoding,
                mapping: try ColumnMapping(map)
            )
            options.hasHeader = !noHeader
            options.sheets = sheet
            options.keepsColumns = true
            return options
        } catch {
            throw CommandFailure("--map: \(error.description)")
        }
    }
}

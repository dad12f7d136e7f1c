import LegalText
import Screening

/// A reader of one sheet, of which two columns are named by hand.
func sheet(_ name: String, of workbook: String) throws -> RecordReader {
    var options = RecordReadingOptions(mapping: try ColumnMapping(["name=单位", "scope=业务"]))
    options.sheets = [name]
    return try RecordReader(path: workbook, options: options)
}

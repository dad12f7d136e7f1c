public import LegalText

/// What the user should hear about a file that can be read: what was left out, and what was taken for granted.
public enum ReadingRemark: Sendable, Hashable {
    /// A sheet that its workbook doesn't show was left out.
    case hiddenSheet(String)
    /// A sheet without a table was left out, for this reason.
    case unreadSheet(String, RecordFileError)
    /// The first line was taken for a name like all others.
    case noHeader
    /// The text of cells that are merged over several rows was taken for that of each row.
    case mergedCells(sheet: String)

    /// The remark without a full stop.
    public var text: LocalizedText {
        switch self {
        case .hiddenSheet(let name):
            LocalizedText(
                zh: "工作表“\(name)”已隐藏，未读取；用 --sheet 可读取",
                en: "sheet '\(name)' is hidden and was not read; --sheet reads it"
            )
        case .unreadSheet(let name, let error):
            LocalizedText(
                zh: "工作表“\(name)”未读取：\(error.code == .empty ? "没有内容" : "没有名称、经营范围或简介的列")",
                en: "sheet '\(name)' was not read: \(error.reason)"
            )
        case .noHeader:
            LocalizedText(zh: "没有找到表头，每一行都当作一个名称", en: "no header was found, and every line is taken for a name")
        case .mergedCells(let name):
            LocalizedText(
                zh: "工作表“\(name)”有跨行合并的单元格，其内容视为每一行都有",
                en: "sheet '\(name)' has cells merged over several rows; their text counts for each of the rows"
            )
        }
    }
}

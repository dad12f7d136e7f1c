internal import MarkupReading

/// Reads the rows of one sheet, top to bottom, with every cell as the text that the sheet shows.
package final class SheetReader {
    private let part: WorkbookPart
    private let strings: SharedStrings
    private let styles: CellStyles

    /// The number of the last row that was given, counted from 1.
    private var lastRow = 0

    /// The most columns that a sheet has, by the standard's own limit.
    static let columnLimit = 16_384

    /// The cells merged over several rows whose text is given for each of them.
    private let merged: MergedCells

    /// The texts of merged cells that reach further down, by their columns.
    private var reaching: [Int: (last: Int, text: String)] = [:]

    init(_ part: WorkbookPart, strings: SharedStrings, styles: CellStyles, filling merged: MergedCells) {
        self.part = part
        self.merged = merged
        self.strings = strings
        self.styles = styles
    }

    /// One row of a sheet.
    package struct Row: Sendable, Hashable {
        /// The number beside the row, counted from 1; rows without a cell are left out of the file and of here.
        package let number: Int

        /// The cells from the first column on, those left out in between empty.
        package let cells: [String]
    }

    /// The number of bytes of the workbook that were read so far for this sheet.
    package var consumedCount: Int { part.consumedCount }

    /// The next row that has a cell, or `nil` at the end of the sheet.
    ///
    /// - Throws: ``WorkbookError`` where the workbook is damaged; rows given before are good.
    package func next() throws(WorkbookError) -> Row? {
        while let event = try part.next() {
            switch event {
            case .start("row"):
                let number = part.attribute("r").flatMap { Int($0) } ?? lastRow + 1
                lastRow = max(lastRow + 1, number)
                return Row(number: lastRow, cells: filled(try cells()))
            case .end("sheetData"):
                return nil
            default:
                continue
            }
        }
        return nil
    }

    /// `cells` of the last row, with the texts of the cells above that they are merged with.
    ///
    /// A row that has nothing of its own is part of one above that is printed higher, and stays empty.
    private func filled(_ cells: [String]) -> [String] {
        var cells = cells
        reaching = reaching.filter { $0.value.last >= lastRow }
        if cells.contains(where: { !$0.isEmpty }) {
            for (column, cell) in reaching {
                while cells.count <= column { cells.append("") }
                if cells[column].isEmpty { cells[column] = cell.text }
            }
        }
        for range in merged.beginning(at: lastRow) where range.column < cells.count && !cells[range.column].isEmpty {
            reaching[range.column] = (range.rows.upperBound, cells[range.column])
        }
        return cells
    }

    private func cells() throws(WorkbookError) -> [String] {
        var cells: [String] = []
        while let event = try part.next() {
            switch event {
            case .start("c"):
                let column = part.attribute("r").flatMap { CellReference.column($0.utf8) } ?? cells.count
                guard column < Self.columnLimit else {
                    throw WorkbookError("row \(lastRow) has a cell beyond the last column that a sheet can have")
                }
                while cells.count <= column { cells.append("") }
                cells[column] = try cell()
            case .end("row"):
                return cells
            default:
                continue
            }
        }
        throw WorkbookError("the workbook is damaged: row \(lastRow) breaks off")
    }

    private func cell() throws(WorkbookError) -> String {
        let type = part.attribute("t") ?? "n"
        let style = part.attribute("s").flatMap { Int($0) }
        var value = ""
        var formula = ""
        var inline = CellText()
        var isInValue = false
        var isInFormula = false
        while let event = try part.next() {
            switch event {
            case .end("c"):
                // A program that doesn't calculate writes formulas without their values; what they say isn't lost.
                if value.isEmpty, !formula.isEmpty { return "=" + formula }
                return try text(of: value, inline: inline.finished(), type: type, style: style)
            case .start("v"): isInValue = true
            case .end("v"): isInValue = false
            case .start("f"): isInFormula = true
            case .end("f"): isInFormula = false
            case .text(let part) where isInValue: value += part
            case .text(let part) where isInFormula: formula += part
            default: inline.note(event)
            }
        }
        throw WorkbookError("the workbook is damaged: row \(lastRow) breaks off")
    }

    private func text(of value: String, inline: String, type: String, style: Int?) throws(WorkbookError) -> String {
        switch type {
        case "s": return try Int(value).flatMap { (number) throws(WorkbookError) in try strings.text(number) } ?? ""
        case "inlineStr": return inline
        case "str": return CellText.unescaped(value)
        case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
        case "e": return value
        // ISO 8601, as `2026-02-06T00:00:00`: midnight is no time of day.
        case "d": return value.replacing("T00:00:00", with: "").replacing("T", with: " ")
        default: return value.isEmpty ? inline : styles.text(of: value, style: style)
        }
    }
}

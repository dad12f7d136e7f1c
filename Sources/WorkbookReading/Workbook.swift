internal import MarkupReading

/// A SpreadsheetML workbook (`.xlsx`) whose sheets are read row by row.
///
/// Only what all sheets share is kept: the names of the sheets, the number formats, and the shared strings, in a temporary
/// file where they are many.
package final class Workbook {
    /// The sheets in the order of their tabs.
    package let sheets: [Sheet]

    private let path: String
    private let styles: CellStyles
    private let sharedStringsPart: String?
    private var loadedStrings: SharedStrings?
    private let memoryLimit: Int

    /// One sheet of a workbook.
    package struct Sheet: Sendable, Hashable {
        /// The name on its tab.
        package let name: String

        /// Whether its tab isn't shown.
        package let isHidden: Bool

        /// The part of the container that holds it.
        let part: String
    }

    /// Opens the workbook at `path`, which must be a file that can be read from any place.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - memoryLimit: How many bytes of shared strings are kept in memory; more go into a temporary file.
    /// - Throws: ``WorkbookError`` where it isn't a workbook.
    package init(path: String, memoryLimit: Int = 32 << 20) throws(WorkbookError) {
        self.path = path
        self.memoryLimit = memoryLimit
        let office = try Self.relations(of: "_rels/.rels", in: "", at: path)
        guard let main = office.first(where: { $0.type.hasSuffix("/officeDocument") })?.target else {
            throw WorkbookError(try Self.description(ofContainerAt: path))
        }
        guard main.hasSuffix(".xml") else {
            throw WorkbookError("this is a binary workbook (.xlsb); save it as .xlsx")
        }
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        let file = main.split(separator: "/").last.map(String.init) ?? main
        let prefix = folder.isEmpty ? "" : folder + "/"
        let relations = try Self.relations(of: "\(prefix)_rels/\(file).rels", in: folder, at: path)
        let (sheets, usesEpoch1904) = try Self.sheets(in: main, relations, at: path)
        self.sheets = sheets
        func part(_ kind: String) -> String? {
            relations.first { $0.type.hasSuffix("/" + kind) }?.target
        }
        sharedStringsPart = part("sharedStrings")
        styles = try CellStyles(part: part("styles"), at: path, usesEpoch1904: usesEpoch1904)
    }

    /// The cells of `sheet` that are merged over several rows.
    package func mergedCells(of sheet: Sheet) throws(WorkbookError) -> MergedCells {
        try MergedCells(part: sheet.part, at: path)
    }

    /// A reader of `sheet` from its first row on; the text of a cell of `merged` is given for each of its rows.
    package func rows(of sheet: Sheet, filling merged: MergedCells? = nil) throws(WorkbookError) -> SheetReader {
        let strings: SharedStrings
        if let loadedStrings {
            strings = loadedStrings
        } else {
            strings = try SharedStrings(part: sharedStringsPart, at: path, memoryLimit: memoryLimit)
            loadedStrings = strings
        }
        guard let part = try WorkbookPart(sheet.part, at: path) else {
            throw WorkbookError("the workbook is damaged: sheet '\(sheet.name)' isn't in it")
        }
        return SheetReader(part, strings: strings, styles: styles, filling: merged ?? MergedCells())
    }

    private struct Relation {
        let id: String
        let type: String
        let target: String
    }

    private static func relations(
        of name: String,
        in folder: String,
        at path: String
    ) throws(WorkbookError) -> [Relation] {
        guard let part = try WorkbookPart(name, at: path) else { return [] }
        var relations: [Relation] = []
        while let event = try part.next() {
            guard case .start("Relationship") = event, part.attribute("TargetMode") != "External" else { continue }
            relations.append(
                Relation(
                    id: part.attribute("Id") ?? "",
                    type: part.attribute("Type") ?? "",
                    target: resolved(part.attribute("Target") ?? "", in: folder)
                )
            )
        }
        return relations
    }

    /// The part that `target` means, seen from `folder`.
    private static func resolved(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(String(step))
            }
        }
        return steps.joined(separator: "/")
    }

    private static func sheets(
        in main: String,
        _ relations: [Relation],
        at path: String
    ) throws(WorkbookError) -> (sheets: [Sheet], usesEpoch1904: Bool) {
        guard let part = try WorkbookPart(main, at: path) else {
            throw WorkbookError("the workbook is damaged: '\(main)' isn't in it")
        }
        var sheets: [Sheet] = []
        var usesEpoch1904 = false
        while let event = try part.next() {
            switch event {
            case .start("workbookPr"):
                usesEpoch1904 = part.flag("date1904")
            case .start("sheet"):
                let id = part.attribute("r:id") ?? ""
                guard let relation = relations.first(where: { $0.id == id }),
                    relation.type.hasSuffix("/worksheet")
                else { continue }
                let state = part.attribute("state") ?? "visible"
                sheets.append(
                    Sheet(
                        name: part.attribute("name") ?? "Sheet\(sheets.count + 1)",
                        isHidden: state != "visible",
                        part: relation.target
                    )
                )
            default:
                continue
            }
        }
        return (sheets, usesEpoch1904)
    }

    /// What a container without a workbook is.
    private static func description(ofContainerAt path: String) throws(WorkbookError) -> String {
        if try WorkbookPart("content.xml", at: path) != nil {
            return "this is an OpenDocument file; save it as .xlsx or CSV"
        }
        return "this is a ZIP archive without an Excel workbook; unpack it first"
    }
}

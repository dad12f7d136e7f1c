internal import ArchiveReading
internal import LegalText
internal import WorkbookReading

/// The tables of one file, opened and ready to be read: the file itself, or the sheets of a workbook.
public struct RecordTables {
    /// A reader for each table, in order.
    public let readers: [RecordReader]

    /// What the user should hear about the file.
    public let remarks: [ReadingRemark]

    /// Opens the file at `path`, or standard input for `-`.
    ///
    /// - Throws: ``RecordFileError`` where the file can't be read or no table of it has a column to screen.
    public init(path: String, options: RecordReadingOptions = RecordReadingOptions()) throws(RecordFileError) {
        try self.init(path: path, readAt: path, options: options)
    }

    /// Opens the file at `place`, which the user calls `path`.
    ///
    /// - Throws: ``RecordFileError`` as the other initializer.
    package init(path: String, readAt place: String, options: RecordReadingOptions) throws(RecordFileError) {
        let file = try InputFile(path: path, readAt: place)
        let signature = try file.peek(8)[...]
        if signature.starts(with: [0x50, 0x4B, 0x03, 0x04]) || options.format == .xlsx {
            (readers, remarks) = try Self.sheets(of: file, options)
            return
        }
        guard options.sheets.isEmpty else {
            throw RecordFileError(.noSheet, path: path, reason: "--sheet is for Excel workbooks, which this is not")
        }
        let source: any InputSource = Compression(signature: signature) == nil ? file : try UnpackedInput(file)
        let reader = try RecordReader(source, path: path, sheet: nil, options: options)
        readers = [reader]
        remarks = reader.remarks
    }

    private static func sheets(
        of file: InputFile,
        _ options: RecordReadingOptions
    ) throws(RecordFileError) -> ([RecordReader], [ReadingRemark]) {
        let path = file.path
        // A workbook's list of parts stands at its end, so a stream has to be kept.
        let spool = file.seekablePath == nil ? try SpooledInput(file) : nil
        let workbook: Workbook
        do {
            workbook = try Workbook(path: spool?.path ?? file.seekablePath ?? path)
        } catch {
            throw RecordFileError(.wrongFormat, path: path, reason: error.reason)
        }
        let chosen = try sheets(named: options.sheets, of: workbook, path: path)
        var remarks = workbook.sheets.filter { $0.isHidden && !chosen.contains($0) }
            .map { ReadingRemark.hiddenSheet($0.name) }
        var readers: [RecordReader] = []
        var failure: RecordFileError?
        for sheet in chosen {
            do {
                let reader = try reader(of: sheet, in: workbook, file: file, spool: spool, options)
                readers.append(reader)
                remarks += reader.remarks
            } catch {
                // A sheet of remarks beside the table is no reason to read nothing; one that was asked for is.
                guard options.sheets.isEmpty, error.code == .noColumns || error.code == .empty else { throw error }
                failure = failure ?? error
                remarks.append(.unreadSheet(sheet.name, error))
            }
        }
        if readers.isEmpty {
            throw failure ?? RecordFileError(.noSheet, path: path, reason: "every sheet of the workbook is hidden")
        }
        return (readers, remarks)
    }

    private static func reader(
        of sheet: Workbook.Sheet,
        in workbook: Workbook,
        file: InputFile,
        spool: SpooledInput?,
        _ options: RecordReadingOptions
    ) throws(RecordFileError) -> RecordReader {
        var options = options
        options.format = .xlsx
        options.encoding = .utf8
        func reader(filling merged: MergedCells? = nil) throws(RecordFileError) -> RecordReader {
            let rows = try reading(file) { () throws(WorkbookError) in try workbook.rows(of: sheet, filling: merged) }
            let source = WorkbookInput(rows, path: file.path, size: file.progress.whole, keeping: spool)
            return try RecordReader(source, path: file.path, sheet: sheet.name, options: options)
        }
        let plain = try reader()
        let merged = try reading(file) { () throws(WorkbookError) in try workbook.mergedCells(of: sheet) }
        // Those above the first record are groups of columns, and headers over two rows.
        if merged.isEmpty(from: plain.firstLine) { return plain }
        var filled = try reader(filling: merged.from(plain.firstLine))
        filled.remarks.append(.mergedCells(sheet: sheet.name))
        return filled
    }

    private static func reading<Value>(
        _ file: InputFile,
        _ body: () throws(WorkbookError) -> Value
    ) throws(RecordFileError) -> Value {
        do {
            return try body()
        } catch {
            throw RecordFileError(.unreadable, path: file.path, reason: error.reason)
        }
    }

    private static func sheets(
        named names: [String],
        of workbook: Workbook,
        path: String
    ) throws(RecordFileError) -> [Workbook.Sheet] {
        if names.isEmpty { return workbook.sheets.filter { !$0.isHidden } }
        var chosen: [Workbook.Sheet] = []
        for name in names {
            let byNumber = Int(name).flatMap {
                workbook.sheets.indices.contains($0 - 1) ? workbook.sheets[$0 - 1] : nil
            }
            guard let sheet = workbook.sheets.first(where: { $0.name == name }) ?? byNumber else {
                let known = workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
                throw RecordFileError(
                    .noSheet,
                    path: path,
                    reason: "there is no sheet '\(name)'; the sheets are \(known)"
                )
            }
            if !chosen.contains(sheet) { chosen.append(sheet) }
        }
        return chosen
    }
}

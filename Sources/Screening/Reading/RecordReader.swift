public import LegalText

/// Reads a file of records forwards, in blocks that workers parse.
///
/// Opening it reads the first block and settles the encoding, the format and the columns. No more than one row's
/// limit of the file is ever in memory here.
public struct RecordReader {
    /// The path as the user gave it, `-` for standard input.
    public let path: String

    /// The format of the file.
    public let format: RecordFormat

    /// The headers of the columns, or the keys of the first objects.
    public var columns: [String] { layout.plan.columns }

    /// The number of the line on which the data begin, counted from 1.
    public let firstLine: Int

    /// The encoding of the file.
    public var encoding: TextEncoding { window.encoding }

    /// The least number of bytes that are looked at to tell what the file is.
    private static let openingSize = 1 << 16

    private(set) var layout: RecordLayout
    private let options: RecordReadingOptions
    private var window: InputWindow

    /// Whether a row is being passed over whose end hasn't been fed yet.
    private var isSkipping = false

    /// The sheet that is read, or `nil` where the file isn't a workbook.
    public let sheet: String?

    /// What was taken for granted about the file, for the user to hear of.
    package internal(set) var remarks: [ReadingRemark]

    /// How far the file was read.
    public var progress: InputProgress { window.progress }

    /// Opens the file at `path`, or standard input for `-`; of a workbook, the first sheet that has a table.
    ///
    /// - Throws: ``RecordFileError`` where the file can't be read or has no column to screen.
    public init(path: String, options: RecordReadingOptions = RecordReadingOptions()) throws(RecordFileError) {
        let tables = try RecordTables(path: path, options: options)
        // Tables throw where there is none.
        guard let first = tables.readers.first else {
            throw RecordFileError(.noSheet, path: path, reason: "there is no table in the file")
        }
        self = first
    }

    /// Opens what `source` gives; `sheet` is the sheet it comes from.
    init(
        _ source: any InputSource,
        path: String,
        sheet: String?,
        options: RecordReadingOptions
    ) throws(RecordFileError) {
        self.path = path
        self.sheet = sheet
        self.options = options
        let count = max(options.blockSize, Self.openingSize)
        var window = try InputWindow(source, count: count, encoding: options.encoding)
        let opening = RecordFileOpening(path: path, options: options, window: window)
        let opened = try opening.open()
        _ = window.take(opened.length)
        self.window = window
        format = opened.format
        firstLine = opened.lines + 1
        layout = opened.layout
        layout.rowLimit = options.rowLimit
        remarks = opened.remarks
    }

    /// Opens what is fed to `input`, of which the first block or all there is was fed already.
    ///
    /// - Throws: ``RecordFileError`` as the public initializer.
    package init(
        fedBy input: FedInput,
        path: String,
        options: RecordReadingOptions
    ) throws(RecordFileError) {
        try self.init(input, path: path, sheet: nil, options: options)
    }

    /// How many bytes should be fed before the first block is asked for.
    package static func openingCount(_ options: RecordReadingOptions) -> Int {
        max(options.blockSize, openingSize)
    }

    /// The next block, or `nil` at the end of the file.
    public mutating func nextBlock() throws(RecordFileError) -> RecordBlock? {
        var wanted = 0
        // A file gives all that is wanted, or its end.
        return try nextBlock(wanting: &wanted)
    }

    /// The next block, or `nil` at the end of the file, or where a source that is fed has too little for one: then `wanted`
    /// says how many more bytes it takes, and is 0 otherwise.
    package mutating func nextBlock(wanting wanted: inout Int) throws(RecordFileError) -> RecordBlock? {
        var target = options.blockSize
        wanted = 0
        if isSkipping { return try skippedRow(wanting: &wanted) }
        while true {
            try window.fill(to: target)
            if !window.isAtEnd, window.bytes.count < target {
                wanted = target - window.bytes.count
                return nil
            }
            if window.bytes.isEmpty { return nil }
            // What is left at the end is one block, unless a row before it was too long to be cut off earlier.
            if window.isAtEnd, window.bytes.count <= options.blockSize { return block(window.bytes.count) }
            if let cut = lastRowEnd(isWhole: window.isAtEnd) { return block(cut) }
            if window.isAtEnd, window.bytes.count <= options.rowLimit { return block(window.bytes.count) }
            if window.bytes.count >= options.rowLimit {
                // Far enough: a quote that is still open here is a mistake, and its row ends with its line.
                if let cut = lastRowEnd(isWhole: true), cut < window.bytes.count { return block(cut) }
                return try skippedRow(wanting: &wanted)
            }
            target = min(window.bytes.count * 2, options.rowLimit)
        }
    }

    private mutating func block(_ count: Int) -> RecordBlock {
        RecordBlock(
            content: .rows(window.take(count)),
            layout: layout,
            mayHoldReplacements: window.holdsReplacements
        )
    }

    /// The offset after the last row that surely ends in the window, not far past the size of a block.
    private func lastRowEnd(isWhole: Bool) -> Int? {
        let bytes = window.bytes.span
        guard case .delimited(let scanner) = layout.rows else {
            return lineEnd(UInt8(ascii: "\n"), in: bytes)
        }
        if scanner.dialect.endsRowsAtLines || bytes.offset(of: UInt8(ascii: "\""), from: 0) == bytes.count {
            return lineEnd(scanner.dialect.lineEnd, in: bytes)
        }
        let cut = scanner.lastRowEnd(in: bytes, upTo: options.blockSize, isWhole: isWhole)
        if cut > 0 { return cut }
        var cells: [Cell] = []
        var end = 0
        while end < bytes.count, end < options.blockSize,
            let row = scanner.scan(bytes, from: end, isWhole: isWhole, into: &cells),
            row.next - end <= options.rowLimit
        {
            end = row.next
        }
        return end > 0 ? end : nil
    }

    /// The offset after the last line that ends within the size of a block, or else after the first that ends.
    private func lineEnd(_ lineEnd: UInt8, in bytes: Span<UInt8>) -> Int? {
        var index = min(options.blockSize, bytes.count)
        while index > 0 {
            if bytes[index - 1] == lineEnd { return index }
            index -= 1
        }
        index = options.blockSize
        while index < bytes.count, index < options.rowLimit {
            if bytes[index] == lineEnd { return index + 1 }
            index += 1
        }
        return nil
    }

    /// Passes over a row that is too long to keep, up to the end of its line; `nil` where that hasn't been fed yet.
    private mutating func skippedRow(wanting wanted: inout Int) throws(RecordFileError) -> RecordBlock? {
        let lineEnd: UInt8 =
            if case .delimited(let scanner) = layout.rows { scanner.dialect.lineEnd } else { UInt8(ascii: "\n") }
        isSkipping = true
        var end = window.bytes.firstIndex(of: lineEnd)
        while end == nil {
            _ = window.take(window.bytes.count)
            try window.fill(to: options.blockSize)
            if window.bytes.isEmpty {
                if window.isAtEnd { break }
                wanted = options.blockSize
                return nil
            }
            end = window.bytes.firstIndex(of: lineEnd)
        }
        if let end { _ = window.take(end + 1) }
        isSkipping = false
        return RecordBlock(
            content: .rejected(.tooLong(limit: options.rowLimit), lines: end == nil ? 0 : 1),
            layout: layout,
            mayHoldReplacements: false
        )
    }
}

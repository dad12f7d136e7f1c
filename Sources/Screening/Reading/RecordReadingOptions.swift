public import LegalText

/// What the user says about a record file; what isn't said is told from the file.
public struct RecordReadingOptions: Sendable, Hashable {
    /// The format, or `nil` to tell it from the file's extension and content.
    public var format: RecordFormat?

    /// The encoding, or `nil` to tell it from the file's bytes.
    public var encoding: TextEncoding?

    /// Which columns hold which fields, before their headers are asked.
    public var mapping: ColumnMapping

    /// Whether the first row names the columns; without a header they are numbered from 1.
    public var hasHeader = true

    /// Which sheets of a workbook are read, by name or by number from 1; none for all that are shown.
    public var sheets: [String] = []

    /// Whether records keep the cells of every column as they stand.
    public var keepsColumns = false

    /// Roughly how many bytes are handed to a worker at a time.
    var blockSize = 1 << 20

    /// The most bytes that one row may have.
    ///
    /// A quote that nothing closes is searched for that far before it is given up.
    var rowLimit = 1 << 24

    /// Creates options that leave everything to the file but what is given.
    public init(
        format: RecordFormat? = nil,
        encoding: TextEncoding? = nil,
        mapping: ColumnMapping = ColumnMapping()
    ) {
        self.format = format
        self.encoding = encoding
        self.mapping = mapping
    }

    /// The options with another limit for one row, in bytes.
    package func limitingRows(to bytes: Int) -> RecordReadingOptions {
        var options = self
        options.rowLimit = max(bytes, 1)
        return options
    }

    /// Creates options with other sizes than a user needs, so that tests can cut small files into many blocks.
    package init(format: RecordFormat? = nil, blockSize: Int, rowLimit: Int) {
        self.init(format: format)
        self.blockSize = blockSize
        self.rowLimit = rowLimit
    }
}

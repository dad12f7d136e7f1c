#if Service
    import LegalText
    import NoticeModel
    import Reporting
    import Screening

    /// How a file that somebody sent is to be read, as its page says.
    struct UploadReading: Sendable, Hashable {
        /// The encoding; `nil` where it is to be told from the bytes.
        var encoding: TextEncoding?
        /// The format; `nil` where it is to be told from the file.
        var format: RecordFormat?
        /// Whether the first row names the columns.
        var hasHeader = true
        /// The sheet of a workbook; `nil` for all that are shown.
        var sheet: String?
        /// Which column holds which field, `field=column` each; none where headers decide.
        var map: [String] = []
        /// The rule pack; `nil` for the current one.
        var pack: String?
        /// The day whose rules are used.
        var date: LegalDate?

        /// The options of the reader.
        ///
        /// - Throws: ``ColumnMappingError`` where the mapping isn't one.
        func options() throws(ColumnMappingError) -> RecordReadingOptions {
            var options = RecordReadingOptions(format: format, encoding: encoding, mapping: try ColumnMapping(map))
            options.hasHeader = hasHeader
            options.sheets = sheet.map { [$0] } ?? []
            options.keepsColumns = true
            return options
        }

        /// The choices as the manifest of an evidence pack lists them, so that `hegui verify` reads the file in the same way.
        func choices(pack: String, language: LocalizedText.Language) -> [EvidenceManifest.Option] {
            EvidenceManifest.choices(
                pack: pack,
                language: language,
                format: format?.rawValue,
                encoding: encoding?.rawValue,
                map: map,
                hasHeader: hasHeader,
                sheets: sheet.map { [$0] } ?? []
            )
        }
    }
#endif

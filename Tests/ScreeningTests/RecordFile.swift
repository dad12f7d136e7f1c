import Foundation
import LegalText
import RecordModel
import Screening

/// A file of records that lives as long as the value.
final class RecordFile {
    let path: String

    init(_ text: String, extension suffix: String = "csv") throws {
        path = try Self.write(Data(text.utf8), suffix)
    }

    init(bytes: [UInt8], extension suffix: String = "csv") throws {
        path = try Self.write(Data(bytes), suffix)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func write(_ data: Data, _ suffix: String) throws -> String {
        let name = "hegui-\(UUID().uuidString).\(suffix)"
        let url = FileManager.default.temporaryDirectory.appending(path: name)
        try data.write(to: url)
        return url.path(percentEncoded: false)
    }

    /// All rows of the file.
    func rows(_ options: RecordReadingOptions = RecordReadingOptions()) throws -> [ReadRow] {
        var reader = try RecordReader(path: path, options: options)
        return try reader.readAll()
    }

    /// The records of the file; rejected rows are left out.
    func records(_ options: RecordReadingOptions = RecordReadingOptions()) throws -> [Record] {
        try rows(options).compactMap(\.record)
    }
}

/// The error with which opening `text` fails, or `nil`.
func openingError(
    _ text: String,
    extension suffix: String = "csv",
    mapping: [String] = []
) throws -> RecordFileError? {
    let file = try RecordFile(text, extension: suffix)
    let options = RecordReadingOptions(mapping: try ColumnMapping(mapping))
    do {
        _ = try RecordReader(path: file.path, options: options)
        return nil
    } catch {
        return error
    }
}

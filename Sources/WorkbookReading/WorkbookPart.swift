internal import ArchiveReading
internal import MarkupReading

/// One XML file of a workbook's container, read forwards.
struct WorkbookPart {
    private let reader: XMLStreamReader
    private let stream: ArchiveStream
    private let name: String

    /// Opens the part called `name` of the container at `path`.
    ///
    /// - Returns: `nil` where the container has no such part.
    init?(_ name: String, at path: String) throws(WorkbookError) {
        do {
            guard let stream = try Self.stream(name, at: path) else { return nil }
            self.stream = stream
            self.name = name
            reader = try XMLStreamReader { count in
                var bytes: [UInt8] = []
                _ = try stream.read(count, into: &bytes)
                return bytes
            }
        } catch {
            throw Self.error(error, in: name)
        }
    }

    /// The bytes of the part called `name` of the container at `path`; `nil` where it has no such part.
    static func stream(_ name: String, at path: String) throws(ArchiveError) -> ArchiveStream? {
        let stream = try ArchiveStream(containerAt: path)
        while let found = try stream.nextName() {
            // Names of parts make no difference between cases, and some programs begin them with a slash.
            let found = found.lowercased()
            if found == name.lowercased() || found == "/" + name.lowercased() { return stream }
        }
        return nil
    }

    /// The next event, or `nil` at the end.
    func next() throws(WorkbookError) -> XMLEvent? {
        do {
            return try reader.next()
        } catch {
            throw Self.error(error, in: name)
        }
    }

    /// An attribute of the element that began last.
    func attribute(_ name: String) -> String? {
        reader.attribute(name)
    }

    /// An attribute that says yes: `1`, `true` or `on`.
    func flag(_ name: String) -> Bool {
        ["1", "true", "on"].contains(attribute(name) ?? "")
    }

    /// The number of bytes of the container that were read so far for this part.
    var consumedCount: Int { stream.consumedCount }

    /// What went wrong with the part called `name`, in the words of this module.
    static func error(_ error: any Error, in name: String) -> WorkbookError {
        if let error = error as? WorkbookError { return error }
        if let error = error as? ArchiveError {
            return WorkbookError("the workbook can't be unpacked: \(error.reason)")
        }
        return WorkbookError("the workbook is damaged: '\(name)' in it isn't well-formed XML")
    }
}

internal import MarkupReading

/// The texts of a workbook that its cells point at, one after the other in one buffer, or in a nameless temporary file where
/// there are many.
final class SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var file: StringFile?

    /// The most bytes of texts, so that a small container can't fill a disk.
    private static let limit = 4 << 30

    /// Reads the texts of `part`, or none where the workbook has no such part; at most `memoryLimit` bytes of them stay in
    /// memory, and as many for their places.
    init(part name: String?, at path: String, memoryLimit: Int) throws(WorkbookError) {
        guard let name, let part = try WorkbookPart(name, at: path) else { return }
        var text = CellText()
        var size = 0
        while let event = try part.next() {
            guard case .end("si") = event else {
                text.note(event)
                continue
            }
            let held = bytes.count
            bytes += text.finished().utf8
            ends.append(bytes.count)
            size += bytes.count - held
            guard size <= Self.limit else {
                throw WorkbookError("the workbook has more than \(Self.limit >> 30) GiB of text; save it as CSV")
            }
            if bytes.count > memoryLimit || ends.count > memoryLimit / 8 { try moveToFile() }
        }
        if file != nil { try moveToFile() }
    }

    /// The text with the number `index`, counted from 0, or `nil` where there is none.
    ///
    /// - Throws: ``WorkbookError`` where the temporary file can't be read.
    func text(_ index: Int) throws(WorkbookError) -> String? {
        if let file { return try file.text(index) }
        guard ends.indices.contains(index) else { return nil }
        return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// Appends what is in memory to the file.
    private func moveToFile() throws(WorkbookError) {
        let file: StringFile
        if let opened = self.file { file = opened } else { file = try StringFile() }
        self.file = file
        try file.append(bytes, endingAt: ends)
        bytes = []
        ends = []
    }
}

/// Gathers the words of one cell: plain or in runs of different looks, without the reading aids of Japanese.
struct CellText {
    private var text = ""
    private var isInText = false
    private var phoneticDepth = 0

    /// Takes in one event inside of the cell's `is` or the table's `si`.
    mutating func note(_ event: XMLEvent) {
        switch event {
        case .start("rPh"): phoneticDepth += 1
        case .end("rPh"): phoneticDepth -= 1
        case .start("t"): isInText = true
        case .end("t"): isInText = false
        case .text(let part): if isInText, phoneticDepth == 0 { text += part }
        case .start, .end: break
        }
    }

    /// The words, and none from now on.
    mutating func finished() -> String {
        defer { self = CellText() }
        return Self.unescaped(text)
    }

    /// `text` with the characters that SpreadsheetML writes as `_x000D_`.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let first = rest.first {
            let digits = rest.dropFirst(2).prefix(4)
            if rest.starts(with: "_x".unicodeScalars), digits.count == 4, rest.dropFirst(6).first == "_",
                let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
                digits.allSatisfy({ $0.properties.isASCIIHexDigit }), let scalar = Unicode.Scalar(value)
            {
                result.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(result)
    }
}

/// A kind of file that holds no plain text, told by its first bytes.
struct BinaryFormat {
    /// What the file is and what to do about it, in one sentence without a full stop.
    let reason: String

    /// What to say of a file whose kind is unknown.
    static let unknownReason = "it holds too many control characters; save the document as text or as a web page"

    private static let signatures: [(bytes: [UInt8], reason: String)] = [
        (Array("%PDF".utf8), "it is a PDF; save its text with a PDF reader, or with pdftotext"),
        ([0x50, 0x4B, 0x03, 0x04], "it is a ZIP archive such as .docx, .wps, .ofd or .xlsx; save it as plain text"),
        ([0x50, 0x4B, 0x05, 0x06], "it is an empty ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "it is a Word, WPS or Excel file; save it as plain text"),
        (Array("{\\rtf".utf8), "it is a Rich Text file; save it as plain text"),
        ([0x89, 0x50, 0x4E, 0x47], "it is a PNG image; its text must be typed or recognised first"),
        ([0xFF, 0xD8, 0xFF], "it is a JPEG image; its text must be typed or recognised first"),
        (Array("GIF8".utf8), "it is a GIF image; its text must be typed or recognised first"),
        ([0x49, 0x49, 0x2A, 0x00], "it is a TIFF image; its text must be typed or recognised first"),
        ([0x4D, 0x4D, 0x00, 0x2A], "it is a TIFF image; its text must be typed or recognised first"),
        ([0x1F, 0x8B], "it is compressed with gzip; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF], "it is a 7-Zip archive; unpack it first"),
        (Array("Rar!".utf8), "it is a RAR archive; unpack it first"),
        (Array("From: <Saved by".utf8), "it is a web archive (.mhtml); save the page as HTML only"),
        (Array("bplist".utf8), "it is a Safari web archive; save the page as page source"),
    ]

    /// Tells the kind of file, or `nil` where it may be text.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        reason = known.reason
    }
}

internal import LegalText

/// The control characters in a decoded file, by which text is told from anything else.
struct ControlCharacters {
    /// The number of control characters that no text needs.
    private var count = 0

    /// The first of them, in UTF-8 bytes of the decoded text.
    private var first = 0

    private let total: Int

    /// One in this many bytes may be a control character: texts that went through old systems hold a few strays, other
    /// files a tenth and more.
    private static let tolerance = 100

    init(in utf8: ArraySlice<UInt8>) {
        total = utf8.count
        for (offset, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x7F {
            switch byte {
            // Tab, line ends, form feed; the end-of-file mark of DOS; escape.
            case 0x09...0x0D, 0x1A, 0x1B: break
            default:
                if count == 0 { first = offset }
                count += 1
            }
        }
    }

    /// Whether the file is text.
    var isText: Bool { count == 0 || count * Self.tolerance <= total }

    /// A warning where there are control characters.
    var diagnostics: [Diagnostic] {
        guard count > 0 else { return [] }
        let place = TextSpan(start: first, end: first + 1)
        let characters = count == 1 ? "1 control character" : "\(count) control characters"
        return [Diagnostic("document/control-characters", .warning, at: place, "the text holds \(characters)")]
    }
}

internal import LegalText
internal import MarkupReading

/// The encoding that a document is read in, and what there is to say about the choice.
struct EncodingChoice {
    /// The encoding to read.
    let encoding: TextEncoding

    /// A note where the choice isn't plain.
    private(set) var diagnostics: [Diagnostic] = []

    init(for bytes: ArraySlice<UInt8>, given: TextEncoding?) {
        if let given {
            encoding = TextEncoding.marked(in: bytes) ?? given
            if encoding != given {
                note("encoding/mark-overrules", "the byte order mark says \(encoding.name), not \(given.name)")
            }
            return
        }
        let declared = HTMLSniffing.declaredEncoding(in: bytes)
        encoding = TextEncoding.detected(in: bytes, declared: declared)
        if let declared, declared != encoding {
            note("encoding/declared-wrongly", "it declares \(declared.name), but was read as \(encoding.name)")
        } else if declared == nil, encoding == .gb18030, TextEncoding.marked(in: bytes) == nil {
            note("encoding/assumed", "it declares no encoding and isn't UTF-8; it was read as GB18030")
        }
    }

    private mutating func note(_ id: String, _ summary: String) {
        diagnostics.append(Diagnostic(id, .note, at: nil, summary))
    }
}

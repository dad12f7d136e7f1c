import Glibc

/// Standard error: diagnostics, progress and summaries.
enum StandardError {
    /// Prints `text` and a line end. A failure is nobody's to hear of, and is passed over.
    static func print(_ text: String) {
        let line = text.hasSuffix("\n") ? text : text + "\n"
        try? ResultOutput.standardError.write(line)
    }

    /// Prints `text` as it is, without a line end.
    static func draw(_ text: String) {
        try? ResultOutput.standardError.write(text)
    }
}

internal import LegalText

/// The Markdown in which notices are written, read back into the words that it was made from.
///
/// Only a document that says so in its first line is read as such: a `#` or `*` in any other text stands for itself.
public struct MarkdownNotice: Sendable {
    /// The line by which the document is known again. Markdown shows it to nobody.
    public static let firstLine = "<!-- hegui:notice -->"

    /// The words without Markdown's signs, a line to a block.
    let text: String

    /// Reads `utf8`, or gives `nil` where the first line isn't ``firstLine``.
    init?(_ utf8: some Collection<UInt8>) {
        guard utf8.starts(with: Self.firstLine.utf8) else { return nil }
        let whole = String(decoding: utf8.dropFirst(Self.firstLine.utf8.count), as: UTF8.self)
        var lines: [String] = []
        for line in whole.split(whereSeparator: \.isNewline) {
            let words = line.drop { $0 == " " }
            // A quotation is about the text, and no part of it.
            if words.hasPrefix(">") { continue }
            let bare = Self.withoutMarks(Self.withoutBlockMark(words))
            if !bare.isEmpty { lines.append(bare) }
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    /// The line without the `#` of a heading or the `-` of a list item.
    private static func withoutBlockMark(_ line: Substring) -> Substring {
        if line.hasPrefix("- ") { return line.dropFirst(2) }
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).hasPrefix(" ") else { return line }
        return line.dropFirst(level + 1)
    }

    /// The line without the `**` around bold words, and without the backslash before a sign that stands for itself.
    private static func withoutMarks(_ line: Substring) -> String {
        var result = String.UnicodeScalarView()
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "\\", let next = rest.first, isASCIIPunctuation(next) {
                result.append(next)
                rest.removeFirst()
            } else if scalar == "*", rest.first == "*" {
                rest.removeFirst()
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

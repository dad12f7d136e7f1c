package import LegalText

/// Marks spans of a text for a person: with colour on a terminal, with 【】 elsewhere.
package struct SpanMarker: Sendable {
    /// Whether spans are marked with ANSI colour.
    private let usesColor: Bool

    /// The most characters of unmarked text between two marks, or `nil` to keep all of it.
    private let context: Int?

    /// Creates a marker.
    package init(usesColor: Bool, context: Int? = nil) {
        self.usesColor = usesColor
        self.context = context
    }

    /// The text with `spans` marked; spans that touch or overlap become one, and what lies outside is cut off.
    package func marked(_ text: String, _ spans: [TextSpan]) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var offset = 0
        let merged = merged(spans, in: bytes)
        for span in merged {
            result += plain(bytes[offset..<span.start], isFirst: offset == 0, isLast: false)
            result += emphasized(Self.visible(String(decoding: bytes[span.range], as: UTF8.self)))
            offset = span.end
        }
        return result + plain(bytes[offset...], isFirst: merged.isEmpty, isLast: true)
    }

    /// A piece of text in the colour of marks, or in brackets.
    package func emphasized(_ text: String) -> String {
        usesColor ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "【\(text)】"
    }

    /// A heading in bold, or as it is.
    package func strong(_ text: String) -> String {
        usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func plain(_ bytes: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) -> String {
        let text = Self.visible(String(decoding: bytes, as: UTF8.self))
        guard let context, text.count > (isFirst || isLast ? context : context * 2) + 1 else { return text }
        if isFirst { return isLast ? text.prefix(context * 2) + "…" : "…" + text.suffix(context) }
        return text.prefix(context) + "…" + (isLast ? "" : text.suffix(context))
    }

    private func merged(_ spans: [TextSpan], in bytes: [UInt8]) -> [TextSpan] {
        /// Moves an offset to the next place between two characters.
        func between(_ offset: Int) -> Int {
            var offset = min(offset, bytes.count)
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            return offset
        }
        var merged: [TextSpan] = []
        for span in spans.sorted() {
            let inside = TextSpan(start: between(span.start), end: between(span.end))
            if inside.isEmpty { continue }
            if let last = merged.last, inside.start <= last.end {
                merged[merged.count - 1] = last.union(inside)
            } else {
                merged.append(inside)
            }
        }
        return merged
    }

    /// The text on one line, with a sign in place of each control character.
    ///
    /// A record comes from anywhere; what it holds must not move the cursor or turn the line around.
    package static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append("⏎")
            case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "�")
            case 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: result.append("�")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

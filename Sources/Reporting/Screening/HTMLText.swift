package import LegalText

/// Text made fit to stand in a page.
package enum HTMLText {
    /// `text` with no character left that could be markup, and a sign in place of each that can't be seen.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // A record must not turn the line around it, nor hide a part of itself.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}",
                "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}":
                result += "<i class=\"hidden-character\">\u{FFFD}</i>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `text` with `spans` in `<mark>`; spans that touch or overlap become one.
    package static func marked(_ text: String, _ spans: [TextSpan]) -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var offset = 0
        for span in spans.sorted() where span.end > offset && span.end <= bytes.count {
            let start = max(span.start, offset)
            result += escaped(String(decoding: bytes[offset..<start], as: UTF8.self))
            result += "<mark>" + escaped(String(decoding: bytes[start..<span.end], as: UTF8.self)) + "</mark>"
            offset = span.end
        }
        return result + escaped(String(decoding: bytes[offset...], as: UTF8.self))
    }
}

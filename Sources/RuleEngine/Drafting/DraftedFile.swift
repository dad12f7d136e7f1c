/// A file that was drafted and not yet written.
package struct DraftedFile: Sendable, Hashable {
    /// The path below the rules folder.
    package let path: String

    /// The contents.
    package let text: String
}

/// Writes values as YAML.
enum DraftYAML {
    /// `text` in double quotes on one line; line breaks and runs of blanks become one blank.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        var isBlank = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBlank = true
                continue
            }
            if isBlank, quoted.count > 1 { quoted += " " }
            isBlank = false
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FEFF}":
                // What YAML doesn't allow in a file.
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A list on one line.
    static func list(_ texts: [String]) -> String {
        "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    /// A text in both languages on one line.
    static func localized(zh: String, en: String) -> String {
        "{zh: \(quoted(zh)), en: \(quoted(en))}"
    }
}

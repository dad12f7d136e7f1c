/// The names of public bodies in English.
enum PublicBody {
    /// Whether `range` names a body that can act for the state.
    static func isNamed(in line: Line, _ range: Range<Int>) -> Bool { bodies.occurs(in: line, range) }

    /// Whether a body is named among the first `limit` words of `range`.
    static func opens(_ line: Line, _ range: Range<Int>, within limit: Int) -> Bool {
        let words = line.text(range).split(separator: " ")
        return words.count >= 4 && words.prefix(limit).contains { word in stems.contains { word.hasPrefix($0) } }
    }

    private static let stems = [
        "department", "authorit", "government", "Commission", "Ministry", "Administration", "Bank", "association",
    ]
    private static let bodies: PhraseSet = [
        "department", "authorit", "government", "Commission", "Ministry", "Administration", "Bank", "association",
        "regulator", "agenc", "court", "Council", "Bureau", "Association", "regions",
    ]
}

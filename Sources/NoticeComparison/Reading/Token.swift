import LegalText

/// One word or character of a text in normal form, with the place where it is printed.
///
/// Two tokens with one key are the same word: of another width, in the other script, as a digit or a character, under
/// a body's other name. Blanks and punctuation are no tokens.
struct Token: Sendable, Hashable {
    /// The word; an interned number, or the scalar of a Chinese character.
    let key: Int32

    /// The offset of the first byte, in UTF-8 bytes of the source.
    let start: Int32

    /// The offset past the last byte, in UTF-8 bytes of the source.
    let end: Int32

    /// Whether the key is a Chinese character's, and not a word's.
    var isCharacter: Bool { key < Vocabulary.firstWord }

    /// Where it is printed, in UTF-8 bytes of the source.
    var span: TextSpan { TextSpan(start: Int(start), end: Int(end)) }
}

/// The words of the two texts of a comparison, numbered.
struct Vocabulary {
    /// The least key of a word; below it lie the scalars.
    static let firstWord: Int32 = 0x11_0000

    private var keys: [String: Int32] = [:]

    /// The key of `word`, which is in normal form.
    mutating func key(of word: String) -> Int32 {
        if let known = keys[word] { return known }
        let key = Self.firstWord + Int32(keys.count)
        keys[word] = key
        return key
    }
}

extension RandomAccessCollection<Token> where Index == Int {
    /// The stretch of the source from the first token to the last; `nil` where there is none.
    var textSpan: TextSpan? {
        guard let first, let last else { return nil }
        return TextSpan(start: Int(first.start), end: Int(last.end))
    }
}

extension Unicode.Scalar {
    /// Whether the scalar shows nothing: white space of any width, a zero-width mark, or a control character.
    ///
    /// This is what is trimmed from the edges of a paragraph, and what a text may hold outside of its paragraphs.
    public var isBlank: Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
            0xFEFF:
            true
        default:
            false
        }
    }
}

extension StringProtocol {
    /// The string without the blanks at its edges.
    package var trimmingBlanks: SubSequence {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return self[startIndex..<startIndex] }
        return self[first..<scalars.index(after: last)]
    }

    /// Whether the string holds nothing but blanks.
    package var isBlank: Bool {
        unicodeScalars.allSatisfy(\.isBlank)
    }
}

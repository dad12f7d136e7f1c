/// A syllable of pinyin: its letters without marks, and its tone.
struct Syllable {
    /// The letters, `a` to `z` and `ü`.
    let letters: [Unicode.Scalar]

    /// The tone from 1 to 4, or 5 for none.
    let tone: Int

    /// Reads a syllable written with its tone mark, such as `xū`; `nil` where it isn't one.
    init?(_ text: String) {
        var letters: [Unicode.Scalar] = []
        var tone = 5
        for scalar in text.unicodeScalars {
            if let (letter, mark) = Self.marked[scalar] {
                guard tone == 5 else { return nil }
                letters.append(letter)
                tone = mark
            } else if ("a"..."z").contains(scalar) || scalar == "ü" {
                letters.append(scalar)
            } else {
                return nil
            }
        }
        guard (1...6).contains(letters.count) else { return nil }
        self.letters = letters
        self.tone = tone
    }

    /// The letters as they are typed: `ü` is `v` on keyboards and `u` where the dots are left out.
    func letters(writingUmlautAs replacement: Unicode.Scalar) -> [Unicode.Scalar] {
        letters.map { $0 == "ü" ? replacement : $0 }
    }

    private static let marked: [Unicode.Scalar: (Unicode.Scalar, Int)] = {
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("ü", "ǖǘǚǜ"),
        ]
        var marked: [Unicode.Scalar: (Unicode.Scalar, Int)] = [:]
        for (letter, forms) in rows {
            for (index, form) in forms.unicodeScalars.enumerated() { marked[form] = (letter, index + 1) }
        }
        return marked
    }()
}

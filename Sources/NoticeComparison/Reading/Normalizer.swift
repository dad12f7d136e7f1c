import LegalText

/// Turns texts into tokens, so that what is only written otherwise is equal.
struct Normalizer {
    private let variants: VariantCharacters
    private var vocabulary = Vocabulary()
    private var names: [Int32: [Name]] = [:]
    private var things: Set<Int32> = []

    /// A name as keys, with the key of the thing that it names.
    private struct Name {
        let keys: [Int32]
        let thing: Int32
        /// Whether it is one word of Latin letters, which is a name only in capitals: SAFE, not "safe".
        let isAcronym: Bool
    }

    /// What a scalar is to the tokenizer.
    private struct Letter {
        /// The scalar in normal form; zero for what is no part of a token.
        let value: UInt32
        /// The scalar as it is printed.
        let printed: UInt32
        let start: Int32
        let end: Int32
    }

    /// Creates a normalizer that takes the characters of `variants` for one another.
    init(variants: VariantCharacters) {
        self.variants = variants
        for thing in RenamedTerms.all {
            let key = vocabulary.key(of: "name:" + thing.name)
            things.insert(key)
            for form in thing.forms {
                let tokens = basicTokens(of: SourceText(form))
                guard let first = tokens.first else { continue }
                let isAcronym = tokens.count == 1 && !first.isCharacter
                names[first.key, default: []].append(
                    Name(keys: tokens.map(\.key), thing: key, isAcronym: isAcronym)
                )
            }
        }
        for key in names.keys {
            names[key]?.sort { $0.keys.count > $1.keys.count }
        }
    }

    /// Whether `key` stands for a thing with several names.
    func isName(_ key: Int32) -> Bool { things.contains(key) }

    /// The tokens of `source`, in order.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    mutating func tokens(of source: SourceText) -> [Token] {
        joiningNames(basicTokens(of: source), in: source)
    }

    // MARK: - Words

    private mutating func basicTokens(of source: SourceText) -> [Token] {
        let letters = letters(of: source)
        var tokens: [Token] = []
        tokens.reserveCapacity(letters.count)
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if letter.value == 0 {
                index += 1
            } else if Self.isLatin(letter.value) {
                index = appendWord(of: letters, from: index, to: &tokens)
            } else if Self.isNumeral(letter.value) {
                index = appendNumber(of: letters, from: index, to: &tokens)
            } else {
                tokens.append(Token(key: Int32(letter.value), start: letter.start, end: letter.end))
                index += 1
            }
        }
        return tokens
    }

    private func letters(of source: SourceText) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(source.count / 2)
        var offset: Int32 = 0
        for scalar in source.string.unicodeScalars {
            let end = offset + Int32(UTF8.width(scalar))
            letters.append(Letter(value: folded(scalar), printed: scalar.value, start: offset, end: end))
            offset = end
        }
        return letters
    }

    /// One width, one case, simplified characters; zero for blanks and punctuation.
    private func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        switch value {
        case 0x30...0x39, 0x61...0x7A, 0x25, 0x2B, 0x3D: return value
        case 0x41...0x5A: return value + 0x20
        case 0...0x7F: return 0
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: return variants.folded(value)
        case 0x3007: return value
        case 0x2000...0x206F, 0x3000...0x3006, 0x3008...0x3020, 0xFE30...0xFE6F, 0xFF00...0xFF65: return 0
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            let lower = properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first.map { variants.folded($0.value) } ?? value : value
        case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .letterNumber, .otherNumber,
            .mathSymbol, .currencySymbol, .otherSymbol:
            return variants.folded(value)
        default:
            return 0
        }
    }

    private static func isLatin(_ value: UInt32) -> Bool {
        (0x61...0x7A).contains(value) || (0xC0...0x24F).contains(value)
    }

    private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    private static func isNumeral(_ value: UInt32) -> Bool {
        isDigit(value) || (value > 0x7F && Unicode.Scalar(value).map(ChineseNumeral.isNumeral) ?? false)
    }

    private mutating func appendWord(of letters: [Letter], from start: Int, to tokens: inout [Token]) -> Int {
        var end = start
        var word = ""
        while end < letters.count, Self.isLatin(letters[end].value) || Self.isDigit(letters[end].value) {
            word.unicodeScalars.append(Unicode.Scalar(letters[end].value) ?? " ")
            end += 1
        }
        // Articles carry nothing, and translators set them as they like.
        guard !["the", "a", "an", "s"].contains(word) else { return end }
        tokens.append(
            Token(key: vocabulary.key(of: Self.singular(word)), start: letters[start].start, end: letters[end - 1].end)
        )
        return end
    }

    /// The word without the ending of a plural.
    private static func singular(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
        let isPlural =
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us")
            && !word.hasSuffix("is")
        return isPlural ? String(word.dropLast()) : word
    }

    /// A run of numerals as one number, 三十万 as 30万 and 300000; what isn't one number is taken letter by letter.
    private mutating func appendNumber(of letters: [Letter], from start: Int, to tokens: inout [Token]) -> Int {
        var end = start
        var run = ""
        while end < letters.count, Self.isNumeral(letters[end].value) {
            run.unicodeScalars.append(Unicode.Scalar(letters[end].value) ?? " ")
            end += 1
            // 1,000 and 2.5 are one number each.
            if end + 1 < letters.count, letters[end].value == 0, Self.isDigit(letters[end - 1].value),
                Self.isDigit(letters[end + 1].value), letters[end].printed == 0x2C || letters[end].printed == 0x2E
            {
                end += 1
            }
        }
        if let value = ChineseNumeral.value(of: run) ?? Self.mixedValue(of: run) {
            tokens.append(
                Token(key: vocabulary.key(of: "#\(value)"), start: letters[start].start, end: letters[end - 1].end)
            )
            return end
        }
        let letter = letters[start]
        tokens.append(Token(key: Int32(letter.value), start: letter.start, end: letter.end))
        return start + 1
    }

    /// The value of digits before 万 or 亿.
    private static func mixedValue(of run: String) -> Int? {
        guard let unit = run.unicodeScalars.last, unit == "万" || unit == "亿", let value = Int(run.dropLast()) else {
            return nil
        }
        let (product, overflows) = value.multipliedReportingOverflow(by: unit == "万" ? 10_000 : 100_000_000)
        return overflows ? nil : product
    }

    // MARK: - Names

    /// The tokens with each known name as one token of the thing that it names.
    private func joiningNames(_ tokens: [Token], in source: SourceText) -> [Token] {
        var joined: [Token] = []
        joined.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            guard let candidates = names[tokens[index].key],
                let name = candidates.first(where: { matches($0, tokens, at: index, in: source) })
            else {
                joined.append(tokens[index])
                index += 1
                continue
            }
            let last = tokens[index + name.keys.count - 1]
            joined.append(Token(key: name.thing, start: tokens[index].start, end: last.end))
            index += name.keys.count
        }
        return joined
    }

    /// Characters after which a name is a local body's, as in 省发展改革委.
    private static let localMarks: Set<Int32> = Set("省市县区州级方".unicodeScalars.map { Int32($0.value) })

    /// The second half of 部门.
    private static let departmentMark: Int32 = 0x95E8

    private func matches(_ name: Name, _ tokens: [Token], at index: Int, in source: SourceText) -> Bool {
        guard index + name.keys.count <= tokens.count else { return false }
        for (offset, key) in name.keys.enumerated() where tokens[index + offset].key != key { return false }
        let next = index + name.keys.count
        // 公安部 is no name in 公安部门.
        if next < tokens.count, tokens[next].key == Self.departmentMark, tokens[next].start == tokens[next - 1].end {
            return false
        }
        if name.isAcronym { return source[tokens[index].span].unicodeScalars.allSatisfy { $0.properties.isUppercase } }
        guard index > 0, tokens[index].isCharacter, tokens[index - 1].end == tokens[index].start else { return true }
        return !Self.localMarks.contains(tokens[index - 1].key)
    }
}

internal import LegalText

/// The numbers that browsers put before the items of an ordered list.
///
/// A notice that is numbered by `<ol>` has its numbers only there, so they are written into the text.
struct ListMarker {
    /// The number of the next item.
    private var next: Int

    /// How numbers are written, or `nil` where the list shows none.
    private let style: Style?

    private enum Style {
        case decimal
        case letters(isUpper: Bool)
        case roman(isUpper: Bool)
        case chinese
    }

    /// Creates the numbers of a list, or none for a list without numbers.
    init(_ list: HTMLElement, style: InlineStyle?) {
        next = list["start"].flatMap { Int($0) } ?? 1
        if let declared = style?.listStyle {
            self.style = Self.style(cascading: declared)
        } else {
            self.style = Self.style(type: list["type"], default: list.name == "ol" ? .decimal : nil)
        }
    }

    private static func style(cascading declared: String) -> Style? {
        for word in declared.split(separator: " ") {
            switch word {
            case "decimal", "decimal-leading-zero": return .decimal
            case "lower-alpha", "lower-latin": return .letters(isUpper: false)
            case "upper-alpha", "upper-latin": return .letters(isUpper: true)
            case "lower-roman": return .roman(isUpper: false)
            case "upper-roman": return .roman(isUpper: true)
            case "cjk-ideographic", "cjk-decimal", "simp-chinese-informal", "trad-chinese-informal",
                "simp-chinese-formal", "trad-chinese-formal":
                return .chinese
            default: continue
            }
        }
        return nil
    }

    private static func style(type: String?, default fallback: Style?) -> Style? {
        switch type {
        case "1": .decimal
        case "a": .letters(isUpper: false)
        case "A": .letters(isUpper: true)
        case "i": .roman(isUpper: false)
        case "I": .roman(isUpper: true)
        default: fallback
        }
    }

    /// The mark of the next item, such as `1. `, or `nil` where the list shows none.
    mutating func mark(for item: HTMLElement, style itemStyle: InlineStyle?) -> String? {
        if let value = item["value"].flatMap({ Int($0) }) {
            next = value
        }
        defer { next &+= 1 }
        if let declared = itemStyle?.listStyle, Self.style(cascading: declared) == nil { return nil }
        switch style {
        case nil: return nil
        case .letters(let isUpper): return Self.letters(next).map { (isUpper ? $0.uppercased() : $0) + ". " }
        case .roman(let isUpper): return Self.roman(next).map { (isUpper ? $0.uppercased() : $0) + ". " }
        case .chinese: return ChineseNumeral.text(next) + "、"
        case .decimal: return "\(next). "
        }
    }

    /// The number as `a` to `z`, then `aa`; digits where letters can't say it.
    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return String(number) }
        var text: [UInt8] = []
        var rest = number
        while rest > 0 {
            rest -= 1
            text.append(UInt8(ascii: "a") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: text.reversed(), as: UTF8.self)
    }

    /// The number as `i`, `ii` and so on; digits where Roman numerals can't say it.
    private static func roman(_ number: Int) -> String? {
        guard (1...3999).contains(number) else { return String(number) }
        let parts = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var text = ""
        var rest = number
        for (value, letters) in parts {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}

extension ListMarker {
    /// Whether `text` already begins with a number of its own: `（一）`, `一、`, `1.`, `第五条`, `①`, `(a)`, `Article 5`.
    static func begins(_ text: some StringProtocol) -> Bool {
        var scalars = text.unicodeScalars.prefix(24)[...]
        guard let first = scalars.first else { return false }
        switch first {
        case "①"..."⒛", "㈠"..."㈩", "❶"..."❿": return true
        case "第":
            scalars = scalars.dropFirst()
            let number = scalars.prefix(while: ChineseNumeral.isNumeral)
            let after = scalars.dropFirst(number.count).first
            return !number.isEmpty && after.map { "条條章节節款项項编編部".unicodeScalars.contains($0) } == true
        case "（", "(", "〔", "[", "【", "［":
            scalars = scalars.dropFirst()
            let number = scalars.prefix(while: isMark)
            let after = scalars.dropFirst(number.count).first
            return (1...6).contains(number.count) && after.map { "）)〕]】］".unicodeScalars.contains($0) } == true
        default:
            let words = text.lowercased()
            if words.hasPrefix("article ") || words.hasPrefix("section ") { return true }
            let number = scalars.prefix(while: ChineseNumeral.isNumeral)
            scalars = scalars.dropFirst(number.count)
            guard !number.isEmpty, let after = scalars.first, "、.．)）".unicodeScalars.contains(after) else {
                return false
            }
            // 1.5倍 is a quantity.
            return after != "." || scalars.dropFirst().first.map { !ChineseNumeral.isNumeral($0) } ?? true
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        ChineseNumeral.isNumeral(scalar) || (scalar.isASCII && scalar.properties.isAlphabetic)
    }
}

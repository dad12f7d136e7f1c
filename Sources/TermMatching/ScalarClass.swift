/// What a scalar means to the matcher beside the symbols it may stand for.
package enum ScalarClass: UInt8, Sendable {
    /// A character that no term can leap over.
    case word
    /// A Latin, Greek or Cyrillic letter or a digit; a Latin term must not touch one.
    case letter
    /// Zero-width characters, combining marks, control characters: never seen, always leapt over.
    case invisible
    /// White space inside a line.
    case blank
    /// A line break; two in a row end every term.
    case lineBreak
    /// Hyphens and dashes.
    case hyphen
    /// Other punctuation, symbols and emoji.
    case punctuation
    /// Marks that part the members of an enumeration: 、 ， , ： / and their like.
    case enumeration
    /// Marks that end a clause: ；。 and their like; no term crosses one.
    case stop
}

extension ScalarClass {
    /// Classifies `scalar` by its own properties.
    init(_ scalar: Unicode.Scalar) {
        self = scalar.isASCII ? Self.asciiClass(scalar.value) : Self.generalClass(scalar)
    }

    /// Whether the scalar can stand between two characters of a term.
    var isSeparator: Bool {
        switch self {
        case .word, .letter, .stop: false
        case .invisible, .blank, .lineBreak, .hyphen, .punctuation, .enumeration: true
        }
    }

    private static func asciiClass(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
        case 0x0A, 0x0D: .lineBreak
        case 0x09, 0x20: .blank
        case 0x00..<0x20, 0x7F: .invisible
        case 0x2D, 0x5F: .hyphen  // - _
        case 0x3B: .stop  // ;
        case 0x2B, 0x2C, 0x26, 0x2F, 0x3A, 0x5C, 0x7C: .enumeration  // + , & / : \ |
        default: .punctuation
        }
    }

    private static func generalClass(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar.value {
        case 0x3001, 0xFF0C, 0xFF64, 0xFF1A, 0xFF0F, 0xFF06, 0xFF0B, 0xFF5C: return .enumeration  // 、，､：／＆＋｜
        case 0x3002, 0xFF1B, 0xFF61: return .stop  // 。；｡
        case 0x85, 0x2028, 0x2029: return .lineBreak
        case 0x115F, 0x1160, 0x3164, 0xFFA0: return .invisible  // Hangul fillers, letters by category, show nothing
        case 0x2800: return .blank  // an empty Braille cell
        case 0x2010...0x2015, 0xFF0D, 0xFE58, 0xFE63: return .hyphen
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .surrogate:
            return .invisible
        case .spaceSeparator:
            return .blank
        case .lineSeparator, .paragraphSeparator:
            return .lineBreak
        case .dashPunctuation:
            return .hyphen
        case .connectorPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return .punctuation
        case .decimalNumber, .letterNumber, .otherNumber:
            return .letter
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter:
            return .letter
        case .otherLetter, .spacingMark, .privateUse, .unassigned:
            return .word
        @unknown default:
            return .word
        }
    }
}

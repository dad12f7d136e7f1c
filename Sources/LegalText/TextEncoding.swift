/// The encodings that Chinese documents and registry exports come in.
public enum TextEncoding: String, Sendable, Hashable, Codable, CaseIterable {
    /// UTF-8, of which ASCII is a part.
    case utf8 = "UTF-8"
    /// GB 18030, of which GBK and GB 2312 are parts.
    case gb18030 = "GB18030"
    /// Big5 with the characters of Hong Kong.
    case big5 = "Big5"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16BE"

    /// The encoding's name as IANA lists it.
    public var name: String { rawValue }
}

extension TextEncoding {
    /// Creates an encoding from a name that a page declares or a person types, or `nil` for an unknown name.
    ///
    /// Case, spaces, `-` and `_` don't matter. GBK and GB 2312 are read as GB 18030, which holds both: pages that
    /// declare the smaller ones use characters of the larger. `utf-16` alone means low byte first, as browsers have it.
    public init?(declaredName: some StringProtocol) {
        let key = declaredName.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let encoding = Self.byDeclaredName[key] else { return nil }
        self = encoding
    }

    private static let byDeclaredName: [String: TextEncoding] = [
        "utf8": .utf8, "unicode11utf8": .utf8, "xunicode20utf8": .utf8, "utf8sig": .utf8, "utf8bom": .utf8,
        "ascii": .utf8, "usascii": .utf8,
        "gb18030": .gb18030, "gb180302000": .gb18030, "gb180302005": .gb18030, "gb180302022": .gb18030,
        "gbk": .gb18030, "xgbk": .gb18030, "gb": .gb18030, "cp936": .gb18030, "ms936": .gb18030,
        "windows936": .gb18030, "gb2312": .gb18030, "gb23121980": .gb18030, "gb231280": .gb18030,
        "csgb2312": .gb18030, "csgb231280": .gb18030, "chinese": .gb18030, "euccn": .gb18030, "xeuccn": .gb18030,
        "isoir58": .gb18030, "ansi": .gb18030,
        "big5": .big5, "xxbig5": .big5, "csbig5": .big5, "cnbig5": .big5, "big5hkscs": .big5, "cp950": .big5,
        "ms950": .big5, "windows950": .big5,
        "utf16": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "unicode": .utf16LittleEndian,
        "ucs2": .utf16LittleEndian, "iso10646ucs2": .utf16LittleEndian, "csunicode": .utf16LittleEndian,
        "utf16be": .utf16BigEndian, "unicodefffe": .utf16BigEndian,
    ]
}

extension TextEncoding {
    /// The bytes that mark a file as being in this encoding, or none.
    private var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .big5: []
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// The encoding that a byte order mark at the start of `bytes` tells, or `nil` where there is none.
    public static func marked(in bytes: ArraySlice<UInt8>) -> TextEncoding? {
        allCases.first { encoding in
            !encoding.byteOrderMark.isEmpty && bytes.starts(with: encoding.byteOrderMark)
        }
    }

    /// The number of bytes of this encoding's byte order mark at the start of `bytes`, or 0 where there is none.
    func markLength(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    }
}

public import LegalText

/// Words of a record that made a rule fire.
public struct Evidence: Sendable, Hashable {
    /// The field that holds them.
    public let field: Field

    /// Which of the field's texts holds them, counted from 0; other than 0 only for other names.
    public let index: Int

    /// Where they are, in UTF-8 bytes of the field's value after unquoting and transcoding.
    public let span: TextSpan

    /// The words as they stand in the record.
    public let text: String

    /// The term of the lexicon that they are a form of.
    public let term: String

    /// The folding steps that were needed to see the term in the words, in the order of ``Disguise``.
    public let disguise: [Disguise]

    /// The parts of a registered name that hold the words; empty for other fields, and where the parts can't be told.
    public let nameParts: [CompanyName.Kind]

    /// Creates a piece of evidence.
    public init(
        field: Field,
        index: Int = 0,
        span: TextSpan,
        text: String,
        term: String,
        disguise: [Disguise],
        nameParts: [CompanyName.Kind] = []
    ) {
        self.field = field
        self.index = index
        self.span = span
        self.text = text
        self.term = term
        self.disguise = disguise
        self.nameParts = nameParts
    }
}

/// A folding step that was needed to see a term in a text; each leads further from the term than the ones before it.
public enum Disguise: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Another case: rwa.
    case `case`
    /// Full-width or half-width forms: ＲＷＡ.
    case width
    /// Compatibility forms: Ⓡⓦⓐ.
    case compatibility
    /// Traditional or variant characters: 虛擬貨幣.
    case traditional
    /// Separators inside the term: 虚·拟·货·币.
    case separators
    /// Characters written as escapes: `\u865a`, `&#34394;`.
    case escape
    /// Letters and characters that look alike: RWА with a Cyrillic А, stab1ecoin, 虚拟贷币.
    case confusable
    /// A character written as its parts.
    case split
    /// A term, or some of its characters, in pinyin, or the first letters of its pinyin.
    case pinyin
    /// A character replaced by one that sounds alike.
    case homophone

    /// Orders steps as they are declared.
    public static func < (left: Disguise, right: Disguise) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One item of a business scope.
public struct ScopeItem: Sendable, Hashable {
    /// The place of the item in the scope, counted from 1.
    public let number: Int

    /// The item's words without the marks around them.
    public let text: String

    /// Where it is, in UTF-8 bytes of the scope.
    public let span: TextSpan

    /// The list it stands in, or `nil` where the scope names none.
    public let licence: Licence?

    /// Creates an item.
    public init(number: Int, text: String, span: TextSpan, licence: Licence?) {
        self.number = number
        self.text = text
        self.span = span
        self.licence = licence
    }

    /// The two lists of a business scope since 2021.
    public enum Licence: String, Sendable, Hashable, Codable, CaseIterable {
        /// 一般项目: needs no licence.
        case general
        /// 许可项目: needs a licence.
        case licensed
    }
}

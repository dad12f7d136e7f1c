public import LegalText

/// What a notice says about itself: its title, number, issuers, addressee and dates.
public struct NoticeHeader: Sendable, Hashable {
    /// The title without the line breaks that a page put into it.
    public var title: SpannedText?

    /// The document number in normal form, such as 银发〔2026〕42号.
    public var documentNumber: SpannedText?

    /// The issuing bodies in the order in which they are named.
    public var issuers: [Issuer] = []

    /// To whom the notice is addressed.
    public var addressee: SpannedText?

    /// The date printed on the document, which need not be the date of publication.
    public var date: Dated?

    /// The date on which a page says that the text was published.
    public var publishedDate: Dated?

    /// The language and script of the text.
    public var language: Script

    /// When the notice enters into force, where it says so.
    public var entryIntoForce: EntryIntoForce?

    /// The documents that the notice repeals, by document number or else by title.
    public var repeals: [SpannedText] = []

    /// The laws and documents that the preamble names as its basis.
    public var legalBasis: [Citation] = []

    /// Creates a header of which only the language is known.
    public init(language: Script) {
        self.language = language
    }
}

/// A piece of text in normal form, with the place where it is printed.
public struct SpannedText: Sendable, Hashable {
    /// The normal form.
    public let text: String

    /// Where it is printed, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// Creates a piece of text.
    public init(_ text: String, at span: TextSpan) {
        self.text = text
        self.span = span
    }
}

/// A date, with the place where it is printed.
public struct Dated: Sendable, Hashable {
    /// The date.
    public let date: LegalDate

    /// Where it is printed, in UTF-8 bytes of the notice's source, or `nil` where it comes from a page's metadata.
    public let span: TextSpan?

    /// Creates a date with its place.
    public init(_ date: LegalDate, at span: TextSpan?) {
        self.date = date
        self.span = span
    }
}

/// The language and script of a notice, as BCP 47 names them.
public enum Script: String, Sendable, Hashable, Codable, CaseIterable {
    /// Chinese in simplified characters.
    case simplifiedChinese = "zh-Hans"
    /// Chinese in traditional characters.
    case traditionalChinese = "zh-Hant"
    /// English.
    case english = "en"

    /// Whether the text is Chinese in either script.
    public var isChinese: Bool { self != .english }
}

/// When a notice enters into force.
public struct EntryIntoForce: Sendable, Hashable {
    /// The rule that the text gives.
    public let rule: Rule

    /// Where the text says it.
    public let span: TextSpan

    /// Creates a statement of entry into force.
    public init(_ rule: Rule, at span: TextSpan) {
        self.rule = rule
        self.span = span
    }

    /// The ways in which notices set the day.
    public enum Rule: Sendable, Hashable {
        /// 自发布之日起施行, 自印发之日起施行: the day it is issued.
        case onIssuance
        /// A day named in the text.
        case on(LegalDate)
        /// 自公布之日起30日后施行: so many days, months or years after the day it is issued.
        case afterIssuance(Int, Unit)
    }

    /// What a delay is counted in.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Days of the calendar.
        case days
        /// Months of the calendar.
        case months
        /// Years of the calendar.
        case years
    }
}

extension EntryIntoForce.Rule: CustomStringConvertible {
    /// `on-issuance`, `on-issuance+30-days`, or the date in the form `2026-02-06`.
    public var description: String {
        switch self {
        case .onIssuance: "on-issuance"
        case .on(let date): date.description
        case .afterIssuance(let count, let unit): "on-issuance+\(count)-\(unit.rawValue)"
        }
    }
}

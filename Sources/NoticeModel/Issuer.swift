public import LegalText

/// A body that issued a notice, as it is printed, with the body that it is today.
public struct Issuer: Sendable, Hashable {
    /// The name as it is printed, without the blanks that pad it.
    public let text: String

    /// Where it is printed, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The body that bears the name or bore it, where it is a known one.
    public let body: IssuingBody?

    /// Creates an issuer.
    public init(_ text: String, at span: TextSpan, body: IssuingBody? = nil) {
        self.text = text
        self.span = span
        self.body = body
    }
}

/// A body of state, and what became of it.
public struct IssuingBody: Sendable, Hashable {
    /// The full name in Chinese under which the notice names it.
    public let name: String

    /// The changes since then, the earliest first; empty where the name is today's.
    public let changes: [Change]

    /// Creates a body.
    public init(name: String, changes: [Change]) {
        self.name = name
        self.changes = changes
    }

    /// The full name in Chinese of the body that has the duties today.
    public var currentName: String { changes.last?.name ?? name }

    /// A body taking over another's duties, or the same body under a new name.
    public struct Change: Sendable, Hashable {
        /// The full name in Chinese from then on.
        public let name: String

        /// The day of the change.
        public let date: LegalDate

        /// What happened on that day, in English.
        public let note: String

        /// Creates a change.
        public init(name: String, date: LegalDate, note: String) {
            self.name = name
            self.date = date
            self.note = note
        }
    }
}

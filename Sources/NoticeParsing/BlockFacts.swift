/// What the look of one paragraph says about its part in a notice.
struct BlockFacts: Sendable {
    /// The mark that it starts with.
    let mark: Mark?

    /// A second mark right behind the first: (i) in (a)(i).
    var innerMark: Mark?

    /// What it looks like without regard to what stands around it.
    let looks: Looks

    /// Things that a paragraph can look like; several may be true at once.
    struct Looks: OptionSet, Sendable {
        let rawValue: UInt16

        /// Ends like a sentence: with 。 or a colon, say, as headlines and names don't.
        static let sentence = Looks(rawValue: 1 << 0)
        /// Ends the preamble: …现就有关事项通知如下：
        static let anchor = Looks(rawValue: 1 << 1)
        /// Names whom the document is for.
        static let addressee = Looks(rawValue: 1 << 2)
        /// Is nothing but a document number.
        static let documentNumber = Looks(rawValue: 1 << 3)
        /// Is nothing but a date.
        static let date = Looks(rawValue: 1 << 4)
        /// Reads like the title of a document, or its last line.
        static let title = Looks(rawValue: 1 << 5)
        /// Is the name of a body, or a few of them.
        static let bodyName = Looks(rawValue: 1 << 6)
        /// Says when the document enters into force, what it repeals, or 特此通知.
        static let closing = Looks(rawValue: 1 << 7)
        /// Opens an annex.
        static let annex = Looks(rawValue: 1 << 8)
        /// Opens a table of contents.
        static let contents = Looks(rawValue: 1 << 9)
        /// Stands in brackets as a whole: （此件公开发布）.
        static let bracketed = Looks(rawValue: 1 << 10)
        /// Names the person who signs: 行长 甲乙丙.
        static let signer = Looks(rawValue: 1 << 11)
        /// Is a row of a table, or stands in quotation marks that an earlier paragraph opened: never numbered.
        static let sheltered = Looks(rawValue: 1 << 12)
        /// Says when a law was adopted and amended, above its text.
        static let history = Looks(rawValue: 1 << 13)
        /// Says that the document issues another one: 现予公布, 现印发给你们.
        static let issuing = Looks(rawValue: 1 << 14)
    }
}

package import LegalText

/// What a page shows to a reader, and what it says about itself.
package struct HTMLPage: Sendable, Hashable {
    /// The words of the page: its blocks, parted by line feeds.
    package let text: SourceText

    /// The lines of the page in reading order.
    package let blocks: [HTMLBlock]

    /// The page's `<title>`, or `nil` where it has none.
    package let title: String?

    /// The `<meta>` fields in the order of the page.
    package let fields: [Field]

    /// The addresses that links and embedded documents point at, as the page writes them.
    package let links: [String]

    /// What a browser without scripts would show instead.
    package let noscriptText: String

    /// The number of scripts on the page.
    package let scriptCount: Int

    /// The number of list numbers that the page leaves to the browser, and that were written into ``text``.
    package let addedMarkers: Int

    /// The number of characters, without blanks, that the page holds but hides from a reader.
    package let hiddenCount: Int

    /// One `<meta>` field.
    package struct Field: Sendable, Hashable {
        /// The name in lower case, from `name`, `property` or `itemprop`.
        package let name: String
        /// The content, without the blanks around it.
        package let content: String
    }
}

extension HTMLPage {
    /// The content of the first field called one of `names` that isn't empty; earlier names win.
    package func field(_ names: String...) -> String? {
        for name in names {
            if let field = fields.first(where: { $0.name == name && !$0.content.isEmpty }) {
                return field.content
            }
        }
        return nil
    }
}

/// One line of a page.
package struct HTMLBlock: Sendable, Hashable {
    /// Where the line is, in UTF-8 bytes of the page's text.
    package let span: TextSpan

    /// What the markup says the line is.
    package let kind: Kind

    /// Whether all of its words are bold.
    package let isBold: Bool

    /// Whether it is centred.
    package let isCentered: Bool

    /// The number of characters, without blanks.
    package let characterCount: Int

    /// The number of ``characterCount`` that are the words of a link.
    package let linkedCount: Int

    /// What the markup says a line is.
    package enum Kind: Sendable, Hashable {
        /// Running text.
        case paragraph
        /// A heading of level 1 to 6.
        case heading(level: Int)
        /// The first line of a list's item.
        case listItem
        /// A row of a table; the cells are parted by a tab.
        case tableRow
    }
}

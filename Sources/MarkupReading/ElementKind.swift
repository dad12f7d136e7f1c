/// How browsers treat elements where their style sheets say nothing.
enum ElementKind {
    /// Elements that begin and end a line of their own.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol",
        "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table", "tbody",
        "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "xmp",
    ]

    /// Elements whose text no reader sees.
    ///
    /// `head` isn't one of them: where a page forgets to close it, the parser leaves the body inside. What belongs into a
    /// head is here by itself.
    static let unseen: Set<String> = [
        "audio", "base", "canvas", "datalist", "embed", "iframe", "link", "meta", "noembed", "noframes", "object",
        "param", "script", "style", "svg", "template", "title", "video",
    ]

    /// Elements that show their words in bold.
    static let bold: Set<String> = ["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"]

    /// Elements that keep the line ends and blanks of their source.
    static let preformatted: Set<String> = ["pre", "listing", "plaintext", "textarea", "xmp"]

    /// The level of a heading's element, or `nil` for any other.
    static func headingLevel(of name: String) -> Int? {
        switch name {
        case "h1": 1
        case "h2": 2
        case "h3": 3
        case "h4": 4
        case "h5": 5
        case "h6": 6
        default: nil
        }
    }
}

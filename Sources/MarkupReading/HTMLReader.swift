/// Reads what a page shows, as a browser without style sheets would show it.
package struct HTMLReader: Sendable {
    /// Creates a reader.
    package init() {}

    /// Reads a page.
    ///
    /// - Parameter utf8: The page in valid UTF-8, already decoded: what it declares about its encoding is ignored.
    /// - Returns: What the page shows.
    /// - Throws: ``MarkupError`` where the page could not be read to its end.
    /// - Complexity: O(*n*) for *n* bytes, however deep the elements nest.
    package func read(_ utf8: ArraySlice<UInt8>) throws(MarkupError) -> HTMLPage {
        let page = HTMLPreparation.prepared(utf8)
        var builder = HTMLPageBuilder()
        // A page of comments alone shows nothing; libxml2 would call it an error.
        if page.allSatisfy({ $0 <= 0x20 }) { return builder.finish() }
        let tree = try HTMLTree(parsing: page)
        tree.forEachEvent { event in builder.take(event) }
        return builder.finish()
    }
}

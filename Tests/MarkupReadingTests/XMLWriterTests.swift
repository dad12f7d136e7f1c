import MarkupReading
import Testing

@Suite("Writing XML")
struct XMLWriterTests {
    private func written(_ root: XMLElement) throws -> String {
        let text = try XMLWriter().text(of: root)
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        #expect(text.hasPrefix(declaration))
        return String(text.dropFirst(declaration.count))
    }

    @Test("escapes what is markup in text and attributes")
    func escaping() throws {
        let root = XMLElement("p", [.init("title", "a\"b<c&d\n")], text: "1 < 2 & ]]> “ok”")
        #expect(try written(root) == "<p title=\"a&quot;b&lt;c&amp;d&#10;\">1 &lt; 2 &amp; ]]&gt; “ok”</p>\n")
    }

    @Test(
        "writes U+FFFD for what XML 1.0 forbids",
        arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1B}", "\u{FFFE}"]
    )
    func forbidden(character: String) throws {
        let root = XMLElement("p", [.init("t", character)], text: "a\(character)b")
        #expect(try written(root) == "<p t=\"\u{FFFD}\">a\u{FFFD}b</p>\n")
    }

    @Test("keeps characters outside of the basic plane and returns")
    func allowed() throws {
        #expect(try written(XMLElement("p", text: "\u{20000}\t\r\u{85}")) == "<p>\u{20000}\t&#13;\u{85}</p>\n")
    }

    @Test("puts elements on lines of their own, but adds no blank to words")
    func lines() throws {
        let words = XMLElement(
            "p",
            [],
            [.text("a"), .element(XMLElement("b", [], [.element(XMLElement("i", text: "c"))]))]
        )
        let root = XMLElement("r", [], [.element(words), .element(XMLElement("e"))])
        #expect(try written(root) == "<r>\n  <p>a<b><i>c</i></b></p>\n  <e/>\n</r>\n")
    }

    @Test("takes nesting of any depth", .timeLimit(.minutes(15)))
    func depth() throws {
        var root = XMLElement("e", text: "x")
        for _ in 0..<5_000 { root = XMLElement("e", [], [.element(root)]) }
        #expect(try written(root).contains("x"))
    }
}

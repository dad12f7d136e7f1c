import Foundation
import FoundationXML
import NoticeCorpus
import NoticeModel
import Reporting
import TestSupport
import Testing

@Suite("A notice as Akoma Ntoso")
struct AkomaNtosoTests {
    private func corpusDocument(_ name: String) throws -> (notice: Notice, xml: String) {
        let text = try #require(try NoticeSamples.corpusText(name))
        return (text.notice, try AkomaNtoso(text.notice, provenance: NoticeProvenance(text)).text())
    }

    @Test("has an element for each provision, at the provision's address", arguments: NoticeSamples.corpusNames)
    func addresses(name: String) throws {
        let (notice, xml) = try corpusDocument(name)
        let reading = try XMLReading(xml)
        let ids = reading.elements.compactMap { $0.attributes["eId"] }
        #expect(Set(ids).count == ids.count)
        let addresses = Dictionary(
            reading.elements.compactMap { element in element.attributes["eId"].map { ($0, element.name) } },
            uniquingKeysWith: { first, _ in first }
        )
        for article in notice.articles { #expect(addresses[article.id.rawValue] == "article") }
        for section in notice.sections { #expect(addresses[section.id.rawValue] == "section") }
        for element in reading.elements {
            for name in ["href", "refersTo", "source"] {
                guard let target = element.attributes[name], target.hasPrefix("#") else { continue }
                #expect(addresses[String(target.dropFirst())] != nil, "\(element.name) points at \(target)")
            }
        }
    }

    @Test("holds every word of the notice", arguments: NoticeSamples.corpusNames)
    func words(name: String) throws {
        let (notice, xml) = try corpusDocument(name)
        let words = try XMLReading(xml).wordsOutsideMetadata
        let leaves = notice.leaves.filter { $0.kind != .skipped }
        let expected = leaves.map { notice.text(at: $0.span) }.joined().filter { !$0.isWhitespace }
        #expect(words.filter { !$0.isWhitespace } == expected)
    }

    @Test("states the status of the text, what it repeals, and the work that both languages are texts of")
    func metadata() throws {
        let (_, zh) = try corpusDocument("yinfa-2026-42/zh")
        let (_, en) = try corpusDocument("yinfa-2026-42/en")
        #expect(zh.contains("status=\"unofficial-reconstruction\""))
        #expect(en.contains("status=\"unofficial-translation\""))
        for xml in [zh, en] {
            #expect(xml.contains("<FRBRuri value=\"/akn/cn/doc/2026/银发-42\"/>"))
            #expect(xml.contains("<FRBRauthoritative value=\"false\"/>"))
            #expect(xml.contains("<textualMod type=\"repeal\""))
        }
        #expect(zh.contains("<destination href=\"/akn/cn/doc/2021/银发-237\"/>"))
        #expect(zh.contains("<docDate date=\"2026-02-06\">2026年2月6日</docDate>"))
        #expect(zh.contains("<docProponent refersTo=\"#issuer_1\">中国人民银行</docProponent>"))
        #expect(zh.contains("<FRBRlanguage language=\"zho\"/>"))
        #expect(en.contains("<FRBRlanguage language=\"eng\"/>"))
    }

    @Test("writes what is numbered in articles as an act")
    func act() throws {
        let xml = try AkomaNtoso(try NoticeSamples.parse(NoticeSamples.law)).text()
        #expect(xml.contains("<act name=\"measures\""))
        #expect(xml.contains("<body>"))
        #expect(xml.contains("a &lt; b &amp; c &gt; d"))
        #expect(!xml.contains("status="))
        let ids = try XMLReading(xml).elements.compactMap { $0.attributes["eId"] }
        for id in ["part_1", "part_1__chp_1", "part_1__chp_1__sec_1", "art_2-1", "art_3"] { #expect(ids.contains(id)) }
    }

    /// Documents of the grammar's vocabulary in no order at all.
    private static let broken: [String] = {
        let lines = [
            "第一编 总则", "第二章 业务", "第三节 管理", "第十条 不得从事测试。", "第十条之一 应当报告。", "一、总体要求", "二、重点任务", "（一）完善机制。加强管理。",
            "（二）任何单位不得从事测试", "1. 甲；", "（1）乙；", "①丙。", "附件", "附件：名单", "银发〔2021〕237号", "关于测试的通知", "某某测试办法",
            "各省、自治区：", "2026年2月6日", "中国人民银行", "本通知自发布之日起施行。", "《旧办法》（测发〔2020〕1号）同时废止。", "甲\t乙\t丙",
            "依照第十条第二款的规定处罚。", "Article 1 No person shall test.", "(a) unless approved;", "a < b & \u{1B} c", "\u{3000}",
        ]
        return (0..<60).map { number in
            var generator = SeededGenerator(seed: UInt64(number))
            return (0..<(5 + number)).map { _ in lines.randomElement(using: &generator) ?? "" }.joined(separator: "\n")
        }
    }()

    @Test("is well formed and complete, whatever the document", arguments: broken)
    func brokenDocuments(text: String) throws {
        guard let notice = try? NoticeSamples.parse(text) else { return }
        let reading = try XMLReading(try AkomaNtoso(notice).text())
        let ids = reading.elements.compactMap { $0.attributes["eId"] }
        #expect(Set(ids).count == ids.count)
        let leaves = notice.leaves.filter { $0.kind != .skipped }.map { notice.text(at: $0.span) }
        let words = (leaves.joined(), reading.wordsOutsideMetadata)
        #expect(Self.sortedCharacters(words.1) == Self.sortedCharacters(words.0))
    }

    /// The characters in order of their numbers: annexes and titles may stand elsewhere than they are printed.
    private static func sortedCharacters(_ text: String) -> String {
        String(text.replacing("\u{1B}", with: "\u{FFFD}").filter { !$0.isWhitespace }.sorted())
    }

    @Test(
        "is valid against the OASIS schema",
        .enabled(
            if: SchemaValidator.python != nil,
            "python3 with the packages lxml and cobalt (the schema) isn't there"
        ),
        .timeLimit(.minutes(15))
    )
    func schema() throws {
        var documents = try NoticeSamples.corpusNames.map { try corpusDocument($0).xml }
        documents.append(try AkomaNtoso(try NoticeSamples.parse(NoticeSamples.law)).text())
        documents.append(try AkomaNtoso(try NoticeSamples.parse("没有条文的一段话。\n")).text())
        documents.append(
            try AkomaNtoso(
                try NoticeSamples.parse(
                    "关于\u{1}测试的通知\n\(String(repeating: "各级部门要加强管理。", count: 40))\n一、不得测试。\n附件：名单\n附件\n1.甲\n"
                )
            ).text()
        )
        for text in Self.broken {
            if let notice = try? NoticeSamples.parse(text) { documents.append(try AkomaNtoso(notice).text()) }
        }
        for name in NoticeSamples.sharedNames {
            if let notice = try NoticeSamples.shared(name) { documents.append(try AkomaNtoso(notice).text()) }
        }
        #expect(try SchemaValidator.problems(in: documents) == "")
    }
}

/// An XML document read back.
private final class XMLReading: NSObject, XMLParserDelegate {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    private(set) var elements: [Element] = []
    private(set) var wordsOutsideMetadata = ""
    private var depthInMetadata = 0

    init(_ xml: String) throws {
        super.init()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "meta" || depthInMetadata > 0 { depthInMetadata += 1 }
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if depthInMetadata > 0 { depthInMetadata -= 1 }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if depthInMetadata == 0 { wordsOutsideMetadata += string }
    }
}

/// The OASIS schema, where a Python with the package that ships it is installed.
private enum SchemaValidator {
    /// The interpreter that has it.
    static let python = Interpreter("akn", importing: "cobalt, lxml")

    private static let script = """
        import os, sys, cobalt
        from lxml import etree
        folder = os.path.join(os.path.dirname(cobalt.__file__), "xsd")
        schema = etree.XMLSchema(etree.parse(os.path.join(folder, "akomantoso30.xsd")))
        for name in sys.argv[1:]:
            if not schema.validate(etree.parse(name)):
                for error in schema.error_log: print(os.path.basename(name), error.line, error.message)
        """

    /// What the schema has to say about the documents; empty where all are valid.
    static func problems(in documents: [String]) throws -> String {
        try #require(python).output(of: script, on: documents)
    }
}

import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import TestSupport
import Testing

@Suite("Norms written down by hand")
struct ExpectedNormsTests {
    private let notice = MadeUpNotice(MarkedText("（一）银行不得开户，不得放贷。构成犯罪的，依法追究。构成犯罪的，依法追究。"), norms: []).notice

    /// Reads `yaml` against the made-up notice and returns what is wrong with it.
    private func mistakes(_ yaml: String) -> [String] {
        do {
            _ = try ExpectedNorms(yaml: yaml, path: "norms.yaml", notice: notice)
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                let place = diagnostic.location.map(\.description) ?? ""
                return "\(place) \(diagnostic.id)" + (diagnostic.help.map { " (\($0))" } ?? "")
            }
        }
    }

    @Test(
        "are there for every text that ships, without a mistake",
        arguments: [
            ("yinfa-2026-42/zh", 60, 18), ("yinfa-2026-42/en", 64, 19), ("yinfa-2021-237/zh", 38, 8),
            ("yinfa-2021-237/en", 39, 8),
        ]
    )
    func shipped(name: String, norms: Int, prohibitions: Int) throws {
        let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        let text = try #require(try corpus.text(named: name))
        let expected = try #require(try text.expectedNorms())
        #expect(expected.norms.count == norms)
        #expect(expected.norms.count { $0.kind == .prohibition } == prohibitions)
    }

    @Test("are placed in reading order, the second of two equal ones behind the first")
    func places() throws {
        let yaml = """
            art_1:
              - { kind: penalty, text: 构成犯罪的，依法追究, bearers: [], condition: 构成犯罪的 }
              - { kind: penalty, text: "构成犯罪的,依法 追究", bearers: [], deadline: null }
            conclusions: []
            """
        let norms = try ExpectedNorms(yaml: yaml, path: "norms.yaml", notice: notice).norms
        #expect(norms.map { notice.text(at: $0.span) } == ["构成犯罪的，依法追究", "构成犯罪的，依法追究"])
        let first = try #require(norms.first)
        let second = try #require(norms.last)
        #expect(first.span.end < second.span.start)
        #expect(first.parts[.condition] == ["构成犯罪的"])
        #expect(second.parts[.condition] == [])
        #expect(second.parts[.deadline] == [])
        #expect(second.parts[.items] == nil)
        #expect(second.location.description == "norms.yaml:3:5")
    }

    @Test("are refused with the place of every mistake")
    func manyMistakes() {
        let yaml = """
            art_1:
              - { kind: prohibiton, text: 不得放贷, bearers: [银行] }
              - { kind: prohibition, text: 不得放款, bearers: [银行] }
              - { kind: prohibition, text: 不得放贷, bearers: 银行, action: 放款 }
              - { kind: prohibition, text: 银行不得开户, bearer: [银行], territory: home }
            art_11: []
            """
        let expected = [
            "norms.yaml:2:13 corpus/wrong-value (did you mean 'prohibition'?)",
            "norms.yaml:3:32 corpus/not-in-text",
            "norms.yaml:4:47 corpus/wrong-value",
            "norms.yaml:4:59 corpus/not-in-text",
            "norms.yaml:5:40 corpus/unknown-field (did you mean 'bearers'?)",
            "norms.yaml:5:5 corpus/missing-field",
            "norms.yaml:5:65 corpus/wrong-value",
            "norms.yaml:5:32 corpus/not-in-order",
            "norms.yaml:6:1 corpus/no-such-article (did you mean 'art_1'?)",
            "norms.yaml:1:1 corpus/missing-article (write 'conclusions: []' where it has no norms)",
        ]
        #expect(mistakes(yaml) == expected)
    }

    @Test(
        "are refused where the file isn't a mapping of lists",
        arguments: [
            ("", "norms.yaml corpus/empty"), ("[art_1]", "norms.yaml:1:1 corpus/not-a-mapping"),
            ("art_1: 3\nconclusions: []", "norms.yaml:1:8 corpus/wrong-value"),
            ("art_1: []\nart_1: []\nconclusions: []", "norms.yaml:1:1 corpus/not-yaml"),
            ("art_1: [", "norms.yaml:2:1 corpus/not-yaml"),
        ]
    )
    func wrongShape(yaml: String, mistake: String) {
        #expect(mistakes(yaml) == [mistake])
    }
}

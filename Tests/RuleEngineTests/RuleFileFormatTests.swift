import LegalText
import RuleEngine
import Testing

@Suite("The layout of rule files")
struct RuleFileFormatTests {
    private func formatted(_ text: String, _ kind: RuleFileFormat.Kind) throws -> String {
        try RuleFileFormat(kind, path: "file.yaml").formatted(text)
    }

    @Test("puts keys in order, each with the comments above it and the lines below")
    func keys() throws {
        let text = """
            # About the words.
            terms:
            - not-after: [械]
              # Both scripts.
              zh: [矿机,
                挖矿机]
              en: ["mining rig(|s)"]   

            title: {zh: 矿机, en: "machines"}

            # The name of the file.
            id: mining-machine
            note: >-
                A folded text: with a colon,
                and a second line.
            # The end.
            """
        let expected = """
            # The name of the file.
            id: mining-machine
            title: {zh: 矿机, en: "machines"}
            note: >-
              A folded text: with a colon,
              and a second line.
            # About the words.
            terms:
              # Both scripts.
              - zh: [矿机,
                  挖矿机]
                en: ["mining rig(|s)"]
                not-after: [械]
            # The end.

            """
        let result = try formatted(text, .concept)
        #expect(result == expected)
        #expect(try formatted(result, .concept) == result)
    }

    @Test("orders the fields of cases and of their records")
    func cases() throws {
        let text = """
            - expect: clear
              case: "a: quoted"
              record:
                  description: 甲
                  name: 乙
            -   case: flow
                record: {scope: 丙}
                expect: clear
            """
        let expected = """
            - case: "a: quoted"
              record:
                name: 乙
                description: 甲
              expect: clear
            - case: flow
              record: {scope: 丙}
              expect: clear

            """
        #expect(try formatted(text, .cases) == expected)
    }

    @Test("keeps keys that it doesn't know, behind those it does")
    func unknownKeys() throws {
        #expect(try formatted("other: 1\nversion: 1.0.0\nid: x\n", .pack) == "id: x\nversion: 1.0.0\nother: 1\n")
    }

    @Test(
        "leaves alone what it can't lay out, and says where",
        arguments: [
            ("id: [a\n", "yaml/not-parsable"), ("", "yaml/empty"), ("id: a\n\tb: c\n", "yaml/not-parsable"),
            // A literal text keeps the blanks at the ends of its lines.
            ("note: |\n  a  \n  b\n", "format/refused"),
            ("note: |4\n      a\nid: b\n", "format/refused"),
        ]
    )
    func refusals(text: String, id: String) {
        let error = #expect(throws: RulePackError.self) { try formatted(text, .concept) }
        #expect(error?.diagnostics.first?.id == id)
    }
}

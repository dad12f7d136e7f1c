import LegalText
import NoticeCorpus
import Testing
import Yams

@Suite("YAML files of people who need not be trusted")
struct YAMLDocumentTests {
    private func refusal(_ text: String) throws -> YAMLDocument.Refusal? {
        do {
            _ = try YAMLDocument.root(of: text)
            return nil
        } catch let refusal as YAMLDocument.Refusal {
            return refusal
        }
    }

    @Test(
        "a file of aliases that stand for each other is refused at once, as values and as keys",
        .timeLimit(.minutes(15))
    )
    func aliases() throws {
        var values = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        var keys = "? &a0 [x]\n: 1\n"
        for level in 1...40 {
            let copies = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            values += "a\(level): &a\(level) [\(copies)]\n"
            keys += "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: 1\n"
        }
        #expect(try refusal(values)?.line == 2)
        #expect(try refusal(keys) != nil)
        #expect(try refusal("a: &one 1\nb: *one\n")?.line == 1)
    }

    @Test("stars that are no aliases are read")
    func stars() throws {
        let text = "note: a * b, 甲*乙\nquoted: \"*x\"\nlist: >-\n" + String(repeating: "  * item\n", count: 20)
        #expect(try YAMLDocument.root(of: text)?.mapping?["note"]?.string == "a * b, 甲*乙")
    }

    @Test("what is too long is refused by its length, and what nests too deep by libyaml")
    func sizes() throws {
        let long = "a: " + String(repeating: "x", count: YAMLDocument.maximumByteCount)
        #expect(try refusal(long)?.reason.contains("at most 4194304 are read") == true)
        for opening in ["[", "{a: ", "- ", "? "] {
            let deep = String(repeating: opening, count: 200_000)
            #expect(throws: (any Error).self) { try YAMLDocument.root(of: deep) }
        }
    }
}

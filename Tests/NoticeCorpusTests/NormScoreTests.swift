import LegalText
import NoticeCorpus
import NoticeModel
import TestSupport
import Testing

@Suite("The score of found norms against expected ones")
struct NormScoreTests {
    /// The article, with the places of three norms, a bearer and a condition.
    private let text = MarkedText("（一）⟦⟦银行⟧不得开户⟧，⟦不得放贷⟧，⟦⟦发现线索⟧应当报告⟧。")

    private let yaml = """
        art_1:
          - { kind: prohibition, text: 银行不得开户, bearers: [银行] }
          - { kind: prohibition, text: 不得放贷, bearers: [银行] }
          - { kind: obligation, text: 发现线索应当报告, bearers: [银行], condition: 发现线索 }
        conclusions: []
        """

    private var norms: [(Norm.Kind, TextSpan)] {
        [(.prohibition, text.spans[0]), (.prohibition, text.spans[2]), (.obligation, text.spans[3])]
    }

    private func score(
        _ norms: [(Norm.Kind, TextSpan)],
        change: (inout [Norm]) -> Void = { _ in }
    ) throws -> NormScore {
        let notice = MadeUpNotice(text, norms: norms, change: change).notice
        return NormScore(of: notice, against: try ExpectedNorms(yaml: yaml, path: "norms.yaml", notice: notice))
    }

    private func value(_ name: String, in score: NormScore) throws -> Double {
        score.value(of: try #require(NormScore.Measure(rawValue: name)))
    }

    @Test("is 1 throughout where everything was found")
    func perfect() throws {
        let score = try score(norms) { norms in
            for index in norms.indices { norms[index].bearers = [Norm.Part(at: text.spans[1], isInherited: index > 0)] }
            norms[2].condition = Norm.Part(at: text.spans[4])
        }
        for name in [
            "all-precision", "all-recall", "prohibition-f1", "obligation-f1", "bearers-exact", "condition-exact",
        ] {
            #expect(try value(name, in: score) == 1)
        }
        #expect(score.overall.matched == 3)
        #expect(score.parts[.bearers]?.judged == 3)
        #expect(score.parts[.condition]?.judged == 1)
        #expect(score.parts[.exception] == nil)
        #expect(score.missed.isEmpty && score.spurious.isEmpty && score.wrongParts.isEmpty)
    }

    @Test("counts what is missed, what is spurious and what is only half right")
    func half() throws {
        // One prohibition is found with a wrong condition, the other as a permission; the obligation isn't found.
        let score = try score([norms[0], (.permission, text.spans[2])]) { norms in
            norms[0].bearers = [Norm.Part(at: text.spans[1])]
            norms[0].condition = Norm.Part(at: text.spans[4])
        }
        #expect(try value("prohibition-precision", in: score) == 1)
        #expect(try value("prohibition-recall", in: score) == 0.5)
        #expect(try value("prohibition-f1", in: score) == 2.0 / 3)
        #expect(try value("all-precision", in: score) == 0.5)
        #expect(try value("all-recall", in: score) == 1.0 / 3)
        #expect(try value("obligation-recall", in: score) == 0)
        #expect(try value("permission-precision", in: score) == 0)
        #expect(try value("bearers-exact", in: score) == 1)
        #expect(try value("condition-exact", in: score) == 0)
        #expect(score.missed.map(\.kind) == [.prohibition, .obligation])
        #expect(score.spurious.map(\.kind) == [.permission])
        #expect(score.wrongParts.map(\.part) == [.condition])
        #expect(score.wrongParts.first?.found == ["发现线索"])
    }

    @Test("is nothing where nothing was found, and doesn't judge parts then")
    func none() throws {
        let score = try score([])
        #expect(score.overall.expected == 3)
        #expect(try value("all-f1", in: score) == 0)
        #expect(try value("all-recall", in: score) == 0)
        #expect(score.parts.isEmpty)
        #expect(score.missed.count == 3)
    }

    @Test(
        "matches a norm that shares half of the longer one's characters, and none that shares less",
        arguments: [
            ("（一）⟦银行不得开户⟧，不得放贷", 1), ("（一）银行不⟦得开户⟧，不得放贷", 1), ("（一）⟦银行不得开户，不得放⟧贷", 1), ("（一）银行不得⟦开户⟧，不得放贷", 0),
            ("（一）⟦银行不得开户，不得放贷。此外又有十字⟧", 0),
        ]
    )
    func threshold(marked: String, matched: Int) throws {
        let text = MarkedText(marked)
        let notice = MadeUpNotice(text, norms: [(.prohibition, text.spans[0])]).notice
        let yaml = "art_1: [{ kind: prohibition, text: 银行不得开户, bearers: [] }]\nconclusions: []"
        let expected = try ExpectedNorms(yaml: yaml, path: "norms.yaml", notice: notice)
        #expect(NormScore(of: notice, against: expected).overall.matched == matched)
    }

    @Test("matches one to one, and as many as possible")
    func oneToOne() throws {
        // The first expected norm could take either; it must leave the second found norm to the second expected one.
        let text = MarkedText("（一）⟦银行不得⟧⟦开户放贷⟧投资。")
        let notice = MadeUpNotice(text, norms: text.spans.map { (.prohibition, $0) }).notice
        let yaml = """
            art_1:
              - { kind: prohibition, text: 银行不得开户放贷, bearers: [] }
              - { kind: prohibition, text: 开户放贷投资, bearers: [] }
            conclusions: []
            """
        let expected = try ExpectedNorms(yaml: yaml, path: "norms.yaml", notice: notice)
        #expect(NormScore(of: notice, against: expected).overall.matched == 2)
        let twice = MadeUpNotice(text, norms: [(.prohibition, text.spans[0]), (.prohibition, text.spans[0])]).notice
        #expect(NormScore(of: twice, against: expected).overall.matched == 1)
    }

    @Test("adds up over texts")
    func sum() throws {
        var sum = NormScore()
        sum.add(try score(norms))
        sum.add(try score([]))
        #expect(sum.overall.expected == 6)
        #expect(sum.overall.matched == 3)
        #expect(sum.missed.count == 3)
    }

    @Test(
        "compares parts without white space, width, edges and, in lists, where they are cut",
        arguments: [
            (NormPart.bearers, ["企业、个体工商户"], ["企业", "个体工商户"], true),
            (.bearers, ["境外单位和个人"], ["境外单位", "个人"], true),
            (.bearers, ["the Bank and the Court"], ["the Bank", "the Court"], true),
            (.bearers, ["境外单位和个人"], ["境外单位"], false), (.bearers, [], ["境外单位"], false),
            (.condition, ["未经同意，"], ["未经 同意"], true), (.condition, ["金融机构（甲）"], ["金融机构(甲)"], true),
            (.condition, ["未经同意和批准"], ["未经同意批准"], false), (.action, ["开展"], ["以任何形式开展"], false),
        ]
    )
    func parts(part: NormPart, left: [String], right: [String], areSame: Bool) {
        #expect(part.isSame(left, right) == areSame)
    }

    @Test(
        "knows its measures by name",
        arguments: [
            ("prohibition-f1", true), ("civil-effect-recall", true), ("all-precision", true),
            ("quotedTerms-exact", true),
            ("all-exact", false), ("prohibition-exact", false), ("bearers-f1", false), ("f1", false), ("", false),
        ]
    )
    func measures(name: String, isKnown: Bool) {
        #expect((NormScore.Measure(rawValue: name) != nil) == isKnown)
    }
}

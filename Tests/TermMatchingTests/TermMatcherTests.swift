import LegalText
import TermMatching
import TestSupport
import Testing

/// The project's own folding tables.
enum TestFolding {
    static let table: FoldingTable = {
        var table = FoldingTable()
        let steps: [(String, FoldingSteps)] = [
            ("compatibility", .compatibility), ("traditional", .traditional), ("variant", .traditional),
            ("confusable", .confusable),
        ]
        for (name, step) in steps {
            var reader = FoldingTableReader(path: name)
            let bytes = (try? ProjectFolder.bytes("rules/lexicon/folding/\(name).tsv")) ?? []
            table.add(reader.rows(in: String(decoding: bytes, as: UTF8.self)), step: step)
        }
        func disguises<Row>(_ name: String, _ read: (inout DisguiseTableReader, String) -> [Row]) -> [Row] {
            var reader = DisguiseTableReader(path: name)
            let bytes = (try? ProjectFolder.bytes("rules/lexicon/folding/\(name).tsv")) ?? []
            return read(&reader, String(decoding: bytes, as: UTF8.self))
        }
        table.disguises.add(disguises("substitute") { $0.substitutes(in: $1) })
        for word in disguises("substitute-words", { $0.words(in: $1) }) { table.disguises.add(word: word) }
        for row in disguises("split", { $0.parts(in: $1) }) { table.disguises.add(parts: row.parts, of: row.character) }
        for row in disguises("pinyin", { $0.readings(in: $1) }) {
            table.disguises.add(reading: row.reading, of: row.character)
        }
        return table
    }()

    static func matcher(_ terms: [Term]) -> TermMatcher {
        TermMatcher(terms, folding: table)
    }
}

@Suite("Finding terms")
struct TermMatcherTests {
    static let matcher = TestFolding.matcher([
        Term("RWA"), Term("虚拟货币"), Term("加密资产"), Term("stablecoin"), Term("real-world asset tokenization"),
        Term("矿机", notBefore: ["煤", "工"], notAfter: ["械"]), Term("RWA代币化"), Term("现实世界资产代币化"),
    ])

    @Test(
        "sees through the ways of writing a term, and names each step",
        arguments: [
            ("深圳⟦RWA⟧科技", "RWA", []),
            ("深圳⟦rwa⟧科技", "RWA", .case),
            ("深圳⟦ＲＷＡ⟧科技", "RWA", .width),
            ("深圳⟦ｒｗａ⟧科技", "RWA", [.width, .case]),
            ("⟦Ⓡⓦⓐ⟧", "RWA", .compatibility),
            ("⟦RWА⟧ 业务", "RWA", .confusable),
            ("⟦R.W.A⟧.", "RWA", .separators),
            ("⟦R W A⟧", "RWA", .separators),
            ("⟦R\u{200B}WA⟧", "RWA", .separators),
            ("⟦虛擬貨幣⟧", "虚拟货币", .traditional),
            ("⟦虚 拟 货 币⟧", "虚拟货币", .separators),
            ("⟦虚·拟·货·币⟧", "虚拟货币", .separators),
            ("⟦虚、拟、货、币⟧", "虚拟货币", .separators),
            ("⟦虚拟\u{00AD}货币⟧", "虚拟货币", .separators),
            ("⟦Real World Asset Tokenization⟧", "real-world asset tokenization", .case),
            ("⟦realworld asset\ntokenization⟧", "real-world asset tokenization", []),
            ("⟦RWA 代币化⟧", "RWA代币化", []),
        ] as [(String, String, FoldingSteps)]
    )
    func disguises(sample: String, term: String, steps: FoldingSteps) throws {
        let marked = MarkedText(sample)
        let match = try #require(matches(in: marked.text).first { Self.matcher.terms[$0.term].text == term })
        #expect(TextSpan(start: match.start, end: match.end) == marked.spans.first)
        #expect(match.steps == steps)
        #expect(!match.isDoubtful)
    }

    @Test(
        "leaves alone what only looks like a term",
        arguments: [
            "NORWAY AIRWAYS", "91RWA0", "RWANDA", "煤矿机械", "工矿机电", "选矿机械", "锰矿、机械", "铁矿 机电",
            "加密、资产评估", "加密；资产", "虚拟，货币", "虚拟\n\n货币", "stable, coin", "s tablecoin", "P.R.W.A",
            "虚拟现实产品，货币兑换", "R WA", "加密/资产",
        ]
    )
    func lookalikes(sample: String) {
        #expect(matches(in: sample).isEmpty)
    }

    @Test("says that a term broken once may be two words", arguments: ["数据加密 资产评估", "虚拟\n货币", "虚拟（货币"])
    func doubtfulBreaks(sample: String) throws {
        let match = try #require(matches(in: sample).first)
        #expect(match.isDoubtful)
    }

    @Test("finds a term in every place, and terms inside terms")
    func overlaps() {
        let found = matches(in: "RWA代币化与RWA").map { Self.matcher.terms[$0.term].text }
        #expect(found == ["RWA代币化", "RWA", "RWA"])
    }

    @Test("agrees with the naive reference on random text")
    func oracle() {
        var random = SeededGenerator(seed: 20_260_206)
        let pieces = Array("虚拟货币虛擬貨幣加密资产矿机煤械RWArwaＲＷＡⓇ稳定 、，；。\n\r.-·\u{200B}\u{301}x9(（🚀代币化stablecoin").map(String.init)
        var found = 0
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                // Terms, half of them with something dropped into them.
                var term = Array(Self.matcher.terms.randomElement(using: &random)?.text ?? "").map(String.init)
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 0...term.count, using: &random)
                    term.insert(pieces.randomElement(using: &random) ?? "", at: place)
                }
                text += term.joined() + (pieces.randomElement(using: &random) ?? "")
            }
            let fast = matches(in: text)
            #expect(fast == Self.matcher.naiveMatches(in: text), "in \(text.debugDescription)")
            let wanted = Self.matcher.terms.indices.map { _ in Int.random(in: 0..<4, using: &random) == 0 }
            var scratch = MatchScratch()
            let holds = Self.matcher.holds(anyOf: wanted, in: text, scratch: &scratch)
            #expect(holds == fast.contains { wanted[$0.term] }, "in \(text.debugDescription)")
            if !fast.isEmpty { found += 1 }
        }
        #expect(found > 1000, "the sample texts hold too few terms to say anything")
    }

    private func matches(in text: String) -> [TermMatch] {
        var scratch = MatchScratch()
        return Self.matcher.matches(in: text, scratch: &scratch)
    }
}

import TermMatching
import TestSupport
import Testing

@Suite("Scanning blocks for places where terms may stand", .timeLimit(.minutes(15)))
struct TermScannerTests {
    private static let matcher = TestFolding.matcher([
        Term("RWA"), Term("虚拟货币", disguises: [.split, .pinyin, .homophone]), Term("加密资产"), Term("stablecoin"),
        Term("real-world asset tokenization"), Term("矿机", notBefore: ["煤", "工"], notAfter: ["械"]), Term("RWA代币化"),
        Term("现实世界资产代币化"), Term("币RWA"), Term("U盾"), Term("web3"), Term("币"), Term("DeFi"),
    ])

    private static let filter = matcher.filter(for: matcher.terms.indices)

    private static let scanner: TermScanner = {
        let nothing: [UInt8] = []
        return TermScanner(filter, sample: nothing.span)
    }()

    /// The lines of `bytes`, counted from 0, that hold a place, or `nil` where they aren't valid.
    private static func lines(_ bytes: [UInt8], of scanner: TermScanner = scanner) -> Set<Int>? {
        var places: [Int] = []
        guard scanner.scan(bytes.span, into: &places) else { return nil }
        #expect(places == places.sorted() && Set(places).count == places.count, "each place once, in order")
        var lines: Set<Int> = []
        var (line, next) = (0, 0)
        for (offset, byte) in bytes.enumerated() {
            while next < places.count, places[next] == offset {
                lines.insert(line)
                next += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        #expect(next == places.count, "every place is within the bytes")
        return lines
    }

    private static func holdsTerm(_ line: String) -> Bool {
        var scratch = MatchScratch()
        return !matcher.matches(in: line, scratch: &scratch).isEmpty
    }

    @Test("misses no line in which a term stands, and finds few others", arguments: [UInt64(1), 2, 3])
    func misses(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = Array("虚拟货币虛擬貨幣加密资产矿机煤械RWArwaＲＷＡⓇ稳定 、，；。\t.-·\u{200B}\u{301}x9(（🚀代币化é&<%\\,\"").map(String.init)
        let samples = ["", "加密资产，货币，矿机，代币化", "real estate and asset management"]
        var lines: [String] = []
        for _ in 0..<4000 {
            var line = ""
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                var term = Array(Self.matcher.terms.randomElement(using: &random)?.text ?? "").map(String.init)
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 0...term.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0 where place < term.count: term.remove(at: place)
                    default: term.insert(pieces.randomElement(using: &random) ?? "", at: place)
                    }
                }
                line += term.joined() + (pieces.randomElement(using: &random) ?? "")
                if Bool.random(using: &random) { line += "技术开发，销售five mines and towers" }
            }
            lines.append(line)
        }
        let holding = Set(lines.indices.filter { Self.holdsTerm(lines[$0]) })
        #expect(holding.count > 500 && holding.count < 3500, "the lines say little: \(holding.count)")
        let text = lines.joined(separator: "\n")
        let results = try samples.map { sample in
            let scanner = TermScanner(Self.filter, sample: Array(sample.utf8).span)
            return try #require(Self.lines(Array(text.utf8), of: scanner))
        }
        for found in results {
            let missed = holding.subtracting(found).sorted().map { lines[$0] }
            #expect(missed.isEmpty, "missed \(missed.prefix(3))")
            #expect(
                found.count < holding.count + lines.count / 4,
                "nearly every line is taken for one that holds a term"
            )
        }
    }

    @Test("finds a term in a line of its own, wherever it stands", arguments: 0..<24)
    func offsets(padding: Int) throws {
        for term in ["虚拟货币", "RWA", "ｒｗａ", "stablecoin", "矿机", "U盾", "虛 擬 貨 幣", "s t a b l e c o i n"] {
            for filler in ["x.", "数", "数。a ", "é"] {
                let before = String(repeating: filler, count: padding)
                for text in [before + " " + term, before + " " + term + "。数", before + " " + term + " 数据\n" + before] {
                    // é s t a b l e … spells out another word.
                    guard padding != 1 || Self.holdsTerm(text) else { continue }
                    #expect(try #require(Self.lines(Array(text.utf8))).contains(0), "\(text)")
                }
            }
        }
    }

    @Test(
        "looks at what stands around the characters of a term",
        arguments: [
            "煤矿机械", "工矿机，煤矿机械", "NORWAY AIRWAYS", "91RWA0", "stablecoins", "锰矿、机械", "加密、资产", "defines a webserver",
            "\"煤\",\"械\"",
        ]
    )
    func neighbours(text: String) throws {
        #expect(!Self.holdsTerm(text))
        #expect(try #require(Self.lines(Array(text.utf8))).isEmpty)
    }

    @Test("takes what it can't see for a term: escapes, tags, and quotes that may be one or two")
    func unseen() throws {
        for text in ["\\u865a拟", "&#34394;拟", "虚<b>拟</b>", "%E8%99%9A", "煤\"\"矿机"] {
            #expect(try #require(Self.lines(Array(text.utf8))) == [0], "\(text)")
        }
    }

    @Test("finds terms across the line ends of one cell, and goes on behind a line with a place")
    func lineEnds() throws {
        #expect(try #require(Self.lines(Array("数据\n虚拟\n货币\n数据".utf8))).contains(2))
        #expect(try #require(Self.lines(Array("RWA RWA\n数\nRWA".utf8))) == [0, 2])
        #expect(try #require(Self.lines(Array("RWA\n\n币".utf8))) == [0, 2])
    }

    @Test(
        "says of bytes that aren't UTF-8 that they aren't",
        arguments: [
            [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE8, 0x99],
            [0x80], [0xF0, 0x80, 0x80, 0x80], [0xC3], [0xE8, 0x99, 0x41],
        ]
    )
    func faults(fault: [UInt8]) {
        for filler in ["", "数据", "data, 12345678", "数"] {
            let bytes = Array(filler.utf8) + fault
            #expect(Self.lines(bytes) == nil, "at the end of \(filler)")
            #expect(Self.lines(bytes + Array("数据处理服务和存储".utf8)) == nil, "behind \(filler)")
        }
    }

    @Test("finds ten thousand terms among others like them")
    func manyTerms() throws {
        var random = SeededGenerator(seed: 4)
        let characters = Array("货币虚拟加密资产技术开发销售管理咨询服务工程设备电子信息数据网络软件硬件系统集成生物医药化工材料机械")
        func word(_ length: Int) -> String {
            String((0..<length).compactMap { _ in characters.randomElement(using: &random) })
        }
        let matcher = TestFolding.matcher((0..<10_000).map { _ in Term(word(4)) })
        let lines = (0..<2000).map { _ in word(60) }
        let scanner = TermScanner(matcher.filter(for: matcher.terms.indices), sample: Array(lines[0].utf8).span)
        var places: [Int] = []
        #expect(scanner.scan(Array(lines.joined(separator: "\n").utf8).span, into: &places))
        let found = Set(places.map { $0 / 181 })
        var scratch = MatchScratch()
        let holding = Set(lines.indices.filter { !matcher.matches(in: lines[$0], scratch: &scratch).isEmpty })
        #expect(!holding.isEmpty && holding.count < lines.count)
        #expect(holding.isSubset(of: found))
    }
}

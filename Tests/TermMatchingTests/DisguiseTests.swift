import LegalText
import TermMatching
import TestSupport
import Testing

@Suite("Finding disguised terms")
struct DisguiseTests {
    static let all: FoldingSteps = .guessed
    static let folding: FoldingTable = {
        var folding = TestFolding.table
        folding.disguises.add(reading: "lǜ", of: "绿")
        return folding
    }()

    static let terms = [
        Term("虚拟货币", disguises: all), Term("稳定币", disguises: all), Term("比特币", disguises: all),
        Term("加密资产", disguises: all), Term("挖矿", notBefore: ["开"], notAfter: ["山"], disguises: [.split, .pinyin]),
        Term("RWA"), Term("DeFi"), Term("stablecoin"), Term("LTC"), Term("数字币", disguises: [.split, .pinyin]),
        Term("绿币通", disguises: .pinyin), Term("代币", disguises: all), Term("数字货币"),
    ]

    static let matcher = TermMatcher(terms, folding: folding)

    @Test(
        "sees a term in its disguise, and names each step",
        arguments: [
            // Digits and letters that look alike.
            ("⟦stab1ecoin⟧", "stablecoin", .confusable),
            ("⟦stabIecoin⟧", "stablecoin", .confusable),
            ("⟦stablec0in⟧", "stablecoin", .confusable),
            ("⟦DeF1⟧ 协议", "DeFi", .confusable),
            ("⟦ＤｅＦ１⟧", "DeFi", [.width, .confusable]),
            ("深圳⟦🅁🅆🄰⟧", "RWA", .compatibility),
            ("深圳⟦🆁🆆🅰⟧", "RWA", .confusable),
            ("⟦虚拟货帀⟧", "虚拟货币", .confusable),
            // Ordinary characters that look alike.
            ("⟦虚拟贷币⟧交易", "虚拟货币", .lookalike),
            ("⟦虚似货币⟧", "虚拟货币", .lookalike),
            // Ones that sound alike.
            ("⟦虚拟货壁⟧", "虚拟货币", .homophone),
            ("⟦虚你货必⟧", "虚拟货币", .homophone),
            ("⟦比特壁⟧", "比特币", .homophone),
            ("⟦笔特币⟧", "比特币", .homophone),
            ("发行⟦稳定比⟧", "稳定币", .homophone),
            ("⟦虛擬貨壁⟧", "虚拟货币", [.traditional, .homophone]),
            ("⟦虚·拟·货·壁⟧", "虚拟货币", [.separators, .homophone]),
            // Characters taken apart.
            ("⟦虚扌以货币⟧", "虚拟货币", .split),
            ("⟦虍业扌以化贝丿巾⟧", "虚拟货币", .split),
            ("⟦禾急定币⟧", "稳定币", .split),
            ("⟦亻弋币⟧", "代币", .split),
            ("⟦扌穵石广⟧", "挖矿", .split),
            ("⟦虚⺘以货币⟧", "虚拟货币", [.confusable, .split]),
            // Pinyin.
            ("⟦xunihuobi⟧交易", "虚拟货币", .pinyin),
            ("⟦xuni huobi⟧", "虚拟货币", .pinyin),
            ("⟦XuNiHuoBi⟧", "虚拟货币", .pinyin),
            ("⟦XU NI HUO BI⟧", "虚拟货币", .pinyin),
            ("⟦xū nǐ huò bì⟧", "虚拟货币", [.compatibility, .pinyin]),
            ("⟦xu1ni3huo4bi4⟧", "虚拟货币", .pinyin),
            ("⟦xu.ni.huo.bi⟧", "虚拟货币", [.separators, .pinyin]),
            ("⟦x u n i h u o b i⟧", "虚拟货币", [.separators, .pinyin]),
            ("⟦ｘｕｎｉｈｕｏｂｉ⟧", "虚拟货币", [.width, .pinyin]),
            ("⟦虚拟huobi⟧", "虚拟货币", .pinyin),
            ("⟦虚拟 huobi⟧", "虚拟货币", .pinyin),
            ("⟦xuni货币⟧", "虚拟货币", .pinyin),
            ("⟦比特bi⟧", "比特币", .pinyin),
            ("⟦wendingbi⟧发行", "稳定币", .pinyin),
            ("⟦lvbitong⟧ ⟦lubitong⟧", "绿币通", .pinyin),
            ("⟦lǜ bì tōng⟧", "绿币通", [.compatibility, .pinyin]),
            ("⟦XNHB⟧", "虚拟货币", .initials),
            ("⟦X.N.H.B⟧", "虚拟货币", [.separators, .initials]),
            // Escapes and remnants of markup.
            ("⟦\\u865a\\u62df\\u8d27\\u5e01⟧", "虚拟货币", .escape),
            ("⟦\\u{865a}拟货币⟧", "虚拟货币", .escape),
            ("⟦&#34394;&#25311;货币⟧", "虚拟货币", .escape),
            ("⟦&#x865a;&#x62DF;货币⟧", "虚拟货币", .escape),
            ("⟦&amp;#34394;拟货币⟧", "虚拟货币", .escape),
            ("⟦%E8%99%9A%E6%8B%9F货币⟧", "虚拟货币", .escape),
            ("⟦%u865A拟货币⟧", "虚拟货币", .escape),
            ("<p>⟦&#82;WA⟧</p>", "RWA", .escape),
            ("⟦虚<b>拟</b>货币⟧", "虚拟货币", .separators),
            ("⟦虚<span style=\"color:red;\">拟</span>货币⟧", "虚拟货币", .separators),
            ("⟦虚<!-- x -->拟货币⟧", "虚拟货币", .separators),
            ("⟦虚&shy;拟&zwnj;货&#8203;币⟧", "虚拟货币", .separators),
            ("⟦虚\u{AD}拟\u{FE0F}货\u{2066}币⟧", "虚拟货币", .separators),
            ("⟦虚\u{3164}拟货币⟧", "虚拟货币", .separators),
            ("⟦R<i>W</i>A⟧", "RWA", .separators),
        ] as [(String, String, FoldingSteps)]
    )
    func disguises(sample: String, term: String, steps: FoldingSteps) throws {
        let marked = MarkedText(sample)
        let found = matches(in: marked.text).filter { Self.matcher.terms[$0.term].text == term }
        #expect(found.map { TextSpan(start: $0.start, end: $0.end) } == marked.spans)
        let match = try #require(found.first)
        #expect(match.steps == steps)
        #expect(!match.isDoubtful)
    }

    @Test(
        "leaves alone what only looks like a disguise",
        arguments: [
            // An ordinary word goes before the term that one of its characters could stand for.
            "提高稳定比例", "系统稳定必须保证", "稳定市场", "虚拟比对", "虚拟毕业设计", "稳定比较",
            // Too much of the term is missing.
            "须泥或币", "币特毕", "需你或币",
            // Latin words have edges, and pinyin breaks between syllables alone.
            "xunihuobing", "axunihuobi", "xun ihuobi", "XNHBX", "daibi", "wakuangji",
            // BI is business intelligence.
            "数字BI平台", "比特BIM",
            // An abbreviation isn't read with digits or other letters in it.
            "1TC", "ITC", "R0A", "SO1UTION", "0eF1",
            // Words that share characters with a term, and enumerations.
            "虚拟现实产品，货币兑换", "加密、资产评估", "煤炭、币种", "挖石广山", "开挖石广", "变化贝壳", "人力口头",
            // No escapes, and markup that parts words.
            "\\u865", "&#;", "%E8%99", "50%虚", "<b", "虚<td>拟货币", "a<b 且 虚>拟货币", "&虚拟",
        ]
    )
    func lookalikes(sample: String) {
        let found = matches(in: sample).map { Self.matcher.terms[$0.term].text }
        #expect(found.isEmpty, "\(found)")
    }

    @Test("looks for disguises in the terms alone that allow them")
    func optIn() {
        let plain = TestFolding.matcher([Term("虚拟货币"), Term("数字货币", disguises: .pinyin)])
        var scratch = MatchScratch()
        for text in ["虚拟货壁", "xunihuobi", "虚扌以货币", "XNHB", "数字货壁", "数字化贝币", "SZHB"] {
            #expect(plain.matches(in: text, scratch: &scratch).isEmpty, "\(text)")
        }
        #expect(plain.matches(in: "shuzihuobi", scratch: &scratch).count == 1)
    }

    @Test("a filter for a part of the terms lets nothing else through")
    func restriction() {
        let scanner = TermScanner(Self.matcher.filter(for: [0, 5]), sample: [UInt8]().span)
        func finds(_ text: String) -> Bool {
            var places: [Int] = []
            return scanner.scan(text.utf8.span, into: &places) && !places.isEmpty
        }
        #expect(finds("RWA"))
        #expect(finds("xunihuobi，稳定币"))
        #expect(!finds("稳定币"))
    }

    @Test("agrees with the naive reference on random disguises")
    func oracle() {
        var random = SeededGenerator(seed: 20_261_122)
        let writings: [Character: [String]] = [
            "虚": ["虚", "虛", "虍业", "xu", "需", "\\u865a", "&#34394;"],
            "拟": ["拟", "擬", "扌以", "ni", "你", "似", "&#x62df;"],
            "货": ["货", "貨", "化贝", "huo", "或", "贷"],
            "币": ["币", "幣", "丿巾", "bi", "壁", "比", "市", "帀"],
            "稳": ["稳", "禾急", "wen", "文"], "定": ["定", "ding", "订"], "比": ["比", "bi", "笔", "币"],
            "特": ["特", "te", "牛寺", "持"], "代": ["代", "亻弋", "dai", "带"], "数": ["数", "shu", "娄攵"],
            "字": ["字", "zi"], "挖": ["挖", "扌穵", "wa"], "矿": ["矿", "石广", "kuang"],
            "i": ["i", "1", "l", "I"], "o": ["o", "0"], "l": ["l", "1", "I"], "F": ["F", "f"],
        ]
        let pieces = [
            "", "", "", "", " ", "·", "、", "\n", "<b>", "</b>", "&shy;", "\u{200B}", "例", "场", "x", "9", "；", "&",
        ]
        var found = 0
        var guessed = 0
        for _ in 0..<4000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let gap = pieces.randomElement(using: &random) ?? ""
                for character in Self.matcher.terms.randomElement(using: &random)?.text ?? "" {
                    let ways = writings[character] ?? [String(character)]
                    let isPlain = Bool.random(using: &random)
                    text += isPlain ? ways[0] : ways.randomElement(using: &random) ?? ""
                    text += Bool.random(using: &random) ? gap : pieces.randomElement(using: &random) ?? ""
                }
                text += pieces.randomElement(using: &random) ?? ""
            }
            let fast = matches(in: text)
            #expect(fast == Self.matcher.naiveMatches(in: text), "in \(text.debugDescription)")
            guard !fast.isEmpty else { continue }
            found += 1
            if fast.contains(where: { !$0.steps.isDisjoint(with: .guessed) }) { guessed += 1 }
            for match in fast {
                let span = TextSpan(start: match.start, end: match.end)
                #expect(!SourceText(text)[span].isEmpty && match.end <= text.utf8.count)
            }
        }
        #expect(found > 1000 && guessed > 500, "too few of the texts hold terms: \(found), \(guessed)")
    }

    private func matches(in text: String) -> [TermMatch] {
        var scratch = MatchScratch()
        return Self.matcher.matches(in: text, scratch: &scratch)
    }
}

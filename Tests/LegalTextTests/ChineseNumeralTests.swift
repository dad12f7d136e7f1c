import LegalText
import Testing

@Suite("Chinese numerals")
struct ChineseNumeralTests {
    @Test(
        "reads the forms that provisions are numbered with",
        arguments: [
            ("一", 1), ("十", 10), ("十一", 11), ("一十一", 11), ("十九", 19), ("二十", 20), ("二十一", 21), ("廿", 20),
            ("廿三", 23), ("卅一", 31), ("卌", 40), ("九十九", 99), ("一百", 100), ("两百", 200), ("一百零五", 105),
            ("一百〇五", 105), ("一百一十", 110), ("一百十五", 115), ("一百廿三", 123), ("一千零五", 1005),
            ("一千零五十", 1050), ("一千五百", 1500), ("一千二百六十条".dropLast().description, 1260), ("一万", 10_000),
            ("一万零五", 10_005), ("十二万三千", 123_000), ("三亿", 300_000_000), ("一万二千亿", 1_200_000_000_000),
            ("〇", 0), ("零", 0), ("二〇二六", 2026), ("二零二六", 2026), ("二○二一", 2021), ("二Ｏ二一", 2021), ("二O一九", 2019),
            ("一二三", 123), ("零五", 5), ("壹佰贰拾叁", 123), ("伍萬圆".dropLast().description, 50_000), ("1283", 1283),
            ("４２", 42), ("007", 7),
        ]
    )
    func values(text: String, expected: Int) {
        #expect(ChineseNumeral.value(of: text) == expected)
    }

    @Test(
        "gives nothing for what isn't one numeral, or could be two",
        arguments: [
            "", " ", "甲", "一条", "第一", "百", "万", "一百五", "一万五", "一百零", "一百零五十", "十十", "一百二百", "五一十", "零十",
            "一零零十", "千百", "一千零零五", "1二", "O", "oo", "亿万", "一亿万", "99999999999999999999", "-1", "1.5", "Ⅳ",
        ]
    )
    func refusals(text: String) {
        #expect(ChineseNumeral.value(of: text) == nil)
    }

    @Test(
        "writes numbers as laws do",
        arguments: [
            (0, "零"), (5, "五"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (105, "一百零五"),
            (110, "一百一十"), (115, "一百一十五"), (1005, "一千零五"), (1050, "一千零五十"), (1260, "一千二百六十"),
            (10_005, "一万零五"), (100_000, "十万"), (100_000_000, "一亿"), (1_000_000_000_000, "一万亿"), (-3, "负三"),
        ]
    )
    func texts(number: Int, expected: String) {
        #expect(ChineseNumeral.text(number) == expected)
    }

    @Test("reads back every number that it writes")
    func roundTrip() {
        let samples = Array(1...9999) + stride(from: 10_000, to: 1_000_000_000_000, by: 7_654_321_017)
        let wrong = samples.filter { ChineseNumeral.value(of: ChineseNumeral.text($0)) != $0 }
        #expect(wrong == [])
    }

    @Test("writes and reads the ends of the range without a trap", arguments: [Int.max, .min, .max - 1])
    func extremes(number: Int) {
        let text = ChineseNumeral.text(number)
        #expect(!text.isEmpty)
        _ = ChineseNumeral.value(of: text)
    }
}

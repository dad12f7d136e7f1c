import LegalText
import RecordModel
import RuleEngine
import Testing

@Suite("Cutting texts into units")
struct ScopeSplitterTests {
    @Test(
        "cuts a scope where a registrar would",
        arguments: [
            ("煤炭销售；五金、机械", ["煤炭销售", "五金", "机械"]),
            ("一般项目：软件开发；软件销售。许可项目：演出经纪", ["软件开发", "软件销售", "演出经纪"]),
            ("游戏产品（含甲、乙）、音像", ["游戏产品（含甲、乙）", "音像"]),
            ("甲\n乙\r\n丙", ["甲", "乙", "丙"]),
            ("（甲、乙；丙", ["（甲、乙", "丙"]),
            ("甲&#34394;乙；丙", ["甲&#34394;乙", "丙"]),
            ("甲<span style=\"a:b;c\">乙</span>；丙", ["甲<span style=\"a:b;c\">乙</span>", "丙"]),
            ("R&D; sales", ["R&D", " sales"]),
            ("software, mining. trading", ["software", " mining", " trading"]),
        ]
    )
    func scopes(scope: String, items: [String]) {
        #expect(texts(scope, .scope) == items)
    }

    @Test("knows which list of the scope an item stands in")
    func licences() {
        let units = ScopeSplitter.units(of: "一般项目：甲；乙。许可项目：丙", in: .scope).units
        #expect(units.map(\.licence) == [.general, .general, .licensed])
    }

    @Test("cuts a description into sentences, not at commas or decimals")
    func sentences() {
        #expect(texts("甲，乙、丙。丁！3.5倍", .description) == ["甲，乙、丙", "丁", "3.5倍"])
        #expect(texts("One. Two at x.com; three", .description) == ["One", " Two at x.com", " three"])
    }

    @Test("leaves a name whole")
    func names() {
        #expect(texts("甲、乙；丙公司", .name) == ["甲、乙；丙公司"])
    }

    private func texts(_ text: String, _ field: Field) -> [String] {
        let source = SourceText(text)
        return ScopeSplitter.units(of: text, in: field).units.map { String(source[$0.span]) }
    }
}

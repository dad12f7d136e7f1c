import LegalText
import NoticeModel
import TestSupport
import Testing

@Suite("Norms")
struct NormTests {
    /// The norms of a notice that has `sentence` as its second article.
    private func norms(_ sentence: String) throws -> (notice: Notice, norms: [Norm]) {
        let first = sentence.utf8.first.map { $0 < 0x80 } ?? false ? "(1) First things first." : "（一）子丑寅卯。"
        let second = first.hasPrefix("(1)") ? "(2) " : "（二）"
        let notice = SampleNotice.parse("\(first)\n\(second)\(sentence)")
        return (notice, try #require(notice.articles.last).norms)
    }

    @Test(
        "take their kind from the operative words",
        arguments: [
            ("企业⟦不得⟧转动纸风车。", Norm.Kind.prohibition), ("⟦严禁⟧转动纸风车。", .prohibition), ("纸风车业务⟦一律严格禁止⟧。", .prohibition),
            ("纸风车的转动，⟦应予以禁止⟧。", .prohibition), ("企业⟦不允许⟧转动纸风车。", .prohibition), ("企业⟦应当⟧登记。", .obligation),
            ("企业⟦应⟧及时登记。", .obligation),
            ("企业⟦必须⟧登记。", .obligation), ("纸风车的数量⟦不得少于⟧三个。", .obligation), ("各地区⟦要⟧高度重视。", .obligation),
            ("企业⟦可以⟧自行登记。", .permission),
            ("地方⟦可⟧根据实际情况调整。", .permission), ("小型纸风车⟦免于⟧登记。", .exemption), ("纸风车⟦是指⟧会转的纸。", .definition),
            ("构成犯罪的，⟦依法追究⟧刑事责任。", .penalty), ("违反规定的，⟦处以⟧一元罚款。", .penalty), ("相关行为⟦无效⟧。", .civilEffect),
            ("损失由其⟦自行承担⟧。", .civilEffect), ("本办法自2031年5月1日⟦起施行⟧。", .entryIntoForce), ("旧办法⟦同时废止⟧。", .repeal),
            ("纸风车⟦属于⟧玩具。", .statement), ("为了规范转动，保障安全，⟦制定本⟧办法。", .statement),
            ("No unit may turn a windmill.", .prohibition), ("Units ⟦must not⟧ turn windmills.", .prohibition),
            ("Turning them is ⟦strictly prohibited⟧.", .prohibition), ("Units ⟦shall⟧ register.", .obligation),
            ("Units ⟦may⟧ register.", .permission), ("A windmill ⟦refers to⟧ turning paper.", .definition),
        ]
    )
    func kinds(sentence: String, kind: Norm.Kind) throws {
        let marked = MarkedText(sentence)
        let (notice, norms) = try norms(marked.text)
        let norm = try #require(norms.first)
        #expect(norms.count == 1)
        #expect(norm.kind == kind)
        guard let expected = marked.spans.first else { return }
        let cue = try #require(norm.cue)
        #expect(notice.text(at: cue).hasSuffix(String(SourceText(marked.text)[expected])))
    }

    @Test(
        "aren't prohibitions where words only look like it",
        arguments: [
            "禁止性规定另行制定。", "企业应对风险有办法。", "采取措施防止纸风车倒下。", "纸风车不仅会转。", "第三条所称“严禁转动”另有说明。", "《禁止转动规定》另行印发。",
            "纸风车应用广泛。", "供应充足。", "纸风车许可证由局里印制。",
        ]
    )
    func lookalikes(sentence: String) throws {
        let kinds = try norms(sentence).norms.map(\.kind)
        #expect(!kinds.contains(.prohibition) && !kinds.contains(.permission))
        #expect(kinds.allSatisfy { $0 == .statement || $0 == .obligation })
    }

    @Test("are one for each predicate, and carry the bearer on")
    func carriedBearer() throws {
        let (notice, norms) = try norms("玩具企业（包括小店）不得制造纸风车，不得出售纸风车，发现纸风车应及时报告。")
        #expect(norms.map(\.kind) == [.prohibition, .prohibition, .obligation])
        #expect(norms.map(\.id.rawValue) == ["art_2__norm_1", "art_2__norm_2", "art_2__norm_3"])
        #expect(norms.flatMap(\.bearers).map { notice.text(at: $0.span) } == Array(repeating: "玩具企业（包括小店）", count: 3))
        #expect(norms.flatMap(\.bearers).map(\.isInherited) == [false, true, true])
        #expect(norms[1].action.map { notice.text(at: $0.span) } == "出售")
        #expect(norms[1].object.map { notice.text(at: $0.span) } == "纸风车")
    }

    @Test("have their condition and exception where the words are plain")
    func conditionAndException() throws {
        let (notice, norms) = try norms("未经主管部门同意，任何单位和个人不得转动纸风车；在学校转动的除外。")
        let norm = try #require(norms.first)
        #expect(norms.count == 1)
        #expect(norm.condition.map { notice.text(at: $0.span) } == "未经主管部门同意")
        #expect(norm.bearers.map { notice.text(at: $0.span) } == ["任何单位和个人"])
        #expect(norm.exception.map { notice.text(at: $0.span) } == "在学校转动的除外")
    }

    @Test(
        "name the terms of a ban on words, without the marks",
        arguments: [
            ("企业名称中不得含有“⟦纸风车⟧”“⟦风筝⟧”等字样。", 2), ("經營範圍不得含有「⟦紙風車⟧」字樣。", 1),
            ("Names must not contain terms such as \"⟦windmill⟧,\" \"⟦kite⟧,\" or \"⟦paper⟧.\"", 3),
        ]
    )
    func quotedTerms(sentence: String, count: Int) throws {
        let marked = MarkedText(sentence)
        let (notice, norms) = try norms(marked.text)
        let terms = try #require(norms.first { $0.kind == .prohibition }).quotedTerms
        let source = SourceText(marked.text)
        #expect(terms.map(\.text) == marked.spans.map { String(source[$0]) })
        #expect(terms.map { notice.text(at: $0.span) } == terms.map(\.text))
        #expect(terms.count == count)
    }

    @Test("don't take other quotations for banned terms")
    func otherQuotations() throws {
        let (_, norms) = try norms("严禁新增“转动”项目。")
        #expect(norms.map(\.quotedTerms.count) == [0])
    }

    @Test("of a list inherit what stands before the colon")
    func lists() throws {
        let notice = SampleNotice.parse("（一）企业不得有下列行为：\n1. 转动纸风车；\n2. 出售纸风车。\n（二）其他。")
        let norms = try #require(notice.articles.first).norms
        #expect(norms.map(\.kind) == [.prohibition, .prohibition, .prohibition])
        #expect(norms.last?.bearers.map { notice.text(at: $0.span) } == ["企业"])
        #expect(norms.last?.bearers.map(\.isInherited) == [true])
    }
}

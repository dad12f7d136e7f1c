import LegalText
import NoticeModel
import TestSupport
import Testing

@Suite("The parts of norms")
struct NormPartTests {
    private typealias Found = (notice: Notice, norms: [Norm])

    /// The norms of a notice that has `sentence` as its second article.
    private func norms(_ sentence: String) throws -> Found {
        let first = sentence.utf8.first.map { $0 < 0x80 } ?? false ? "(1) First things first." : "（一）子丑寅卯。"
        let second = first.hasPrefix("(1)") ? "(2) " : "（二）"
        let notice = SampleNotice.parse("\(first)\n\(second)\(sentence)")
        return (notice, try #require(notice.articles.last).norms)
    }

    private func words(_ part: Norm.Part?, _ found: Found) -> String? {
        part.map { found.notice.text(at: $0.span) }
    }

    @Test(
        "are action and object, in their order",
        arguments: [
            ("企业不得⟦为纸风车业务提供⟧⟦场地服务⟧。"), ("企业不得⟦发行和销售⟧⟦与纸风车相关的玩具⟧。"), ("企业应当⟦加强⟧⟦纸风车管理⟧。"),
            ("企业不得⟦以任何形式向儿童提供⟧⟦纸风车⟧。"), ("严禁⟦新增⟧⟦纸风车项目⟧。"), ("Firms must not ⟦provide⟧ ⟦windmills for children⟧."),
            ("Companies shall ⟦strictly comply with⟧ ⟦the windmill rules⟧."),
            ("No unit may ⟦engage in⟧ ⟦windmill business⟧."),
        ]
    )
    func actionAndObject(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        let norm = try #require(found.norms.first)
        let source = SourceText(marked.text)
        #expect(found.norms.count == 1)
        #expect([words(norm.action, found), words(norm.object, found)] == marked.spans.map { String(source[$0]) })
    }

    @Test(
        "are the object in front, where 将 or 对 puts it there",
        arguments: [("企业不得将⟦纸风车⟧⟦纳入玩具范围⟧。"), ("各地区应当对⟦纸风车业务⟧⟦进行清理⟧。")]
    )
    func preposedObject(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        let norm = try #require(found.norms.first)
        let source = SourceText(marked.text)
        #expect([words(norm.object, found), words(norm.action, found)] == marked.spans.map { String(source[$0]) })
    }

    @Test(
        "are the condition, in its place before or behind",
        arguments: [
            ("⟦未经主管部门批准⟧，企业不得转动纸风车。"), ("企业⟦在境外转动纸风车的⟧，应当报告。"), ("企业⟦发现纸风车线索⟧应及时报告。"),
            ("⟦申请许可的⟧，申请人应当提交材料。"), ("⟦Without the approval of the office⟧, companies may not turn windmills."),
            ("Companies shall report windmills ⟦upon finding them⟧."),
        ]
    )
    func condition(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        #expect(
            words(found.norms.last?.condition, found) == marked.spans.first.map { String(SourceText(marked.text)[$0]) }
        )
    }

    @Test(
        "are the bearer by sentence, relative clause and agent",
        arguments: [
            ("⟦从事纸风车生产的企业⟧应当登记。"), ("⟦自然人⟧不得转动纸风车。"), ("⟦经营者⟧不得拒绝。"), ("⟦公司登记机关⟧应当公告。"), ("纸风车应当由⟦县级政府玩具部门⟧监管。"),
            ("⟦玩具部门及其工作人员⟧不得泄露秘密。"), ("严禁⟦玩具企业⟧在学校提供纸风车。"),
            ("⟦Toy companies (including shops)⟧ must not turn windmills."),
            ("No ⟦unit or individual⟧ may turn windmills."),
        ]
    )
    func bearer(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        let norm = try #require(found.norms.first)
        #expect(norm.bearers.map { words($0, found) } == marked.spans.map { String(SourceText(marked.text)[$0]) })
    }

    @Test(
        "leave the bearer out where nobody is named",
        arguments: ["严禁新增纸风车项目。", "纸风车的数量不得少于三个。", "Windmills are prohibited."]
    )
    func unsaidBearer(sentence: String) throws {
        #expect(try norms(sentence).norms.first?.bearers.isEmpty == true)
    }

    @Test("are sanction, those in charge and those liable")
    func penalty() throws {
        let found = try norms("企业违反本办法第二条规定，转动纸风车的，由县级政府玩具部门责令限期改正，没收所得，并处一元罚款；情节严重的，吊销执照。")
        #expect(found.norms.map(\.kind) == [.penalty, .penalty])
        let norm = try #require(found.norms.first)
        #expect(norm.bearers.map { words($0, found) } == ["企业"])
        #expect(words(norm.condition, found) == "违反本办法第二条规定，转动纸风车的")
        #expect(norm.authorities.map { words($0, found) } == ["县级政府玩具部门"])
        #expect(words(norm.penalty, found) == "责令限期改正，没收所得，并处一元罚款")
        #expect(words(norm.deadline, found) == "限期")
        #expect(found.norms.last?.authorities.map(\.isInherited) == [true])
        #expect(words(found.norms.last?.condition, found) == "情节严重的")
    }

    @Test(
        "are time limits",
        arguments: [
            ("申请人应当⟦自收到通知之日起三十日内⟧提交材料。"), ("部门应当在⟦七个工作日内⟧办理。"), ("部门⟦每周⟧应当更新名单。"),
            ("Companies shall report ⟦within thirty days⟧."),
        ]
    )
    func deadline(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        #expect(
            words(found.norms.first?.deadline, found) == marked.spans.first.map { String(SourceText(marked.text)[$0]) }
        )
    }

    @Test(
        "are where a norm reaches",
        arguments: [
            ("境外单位不得向境内主体提供纸风车。", Norm.Territory.inbound), ("境内企业不得在境外转动纸风车。", .outbound),
            ("任何人不得在境外转动纸风车。", .overseas),
            ("企业不得在境内转动纸风车。", .domestic),
            ("Overseas entities may not provide windmills to domestic entities.", .inbound),
            ("Companies must not turn windmills within the territory.", .domestic),
        ]
    )
    func territory(sentence: String, expected: Norm.Territory) throws {
        #expect(try norms(sentence).norms.first?.territory == expected)
    }

    @Test(
        "are the members of a list",
        arguments: [
            ("企业不得提供⟦转动⟧、⟦吹动⟧和⟦出租⟧等服务。"),
            ("Companies must not provide ⟦turning⟧, ⟦blowing⟧, or ⟦rental⟧ services for windmills."),
        ]
    )
    func items(sentence: String) throws {
        let marked = MarkedText(sentence)
        let found = try norms(marked.text)
        let source = SourceText(marked.text)
        #expect(found.norms.first?.items.map { words($0, found) } == marked.spans.map { String(source[$0]) })
    }

    @Test("make one ban of each gerund with an object of its own")
    func gerunds() throws {
        let found = try norms(
            "Companies are prohibited from providing windmills, issuing kites, or including kites in the list."
        )
        #expect(found.norms.map(\.kind) == [.prohibition, .prohibition, .prohibition])
        #expect(found.norms.map { words($0.action, found) } == ["providing", "issuing", "including"])
        #expect(found.norms.flatMap(\.bearers).map(\.isInherited) == [false, true, true])
    }

    @Test("make one ban of each member of a list behind 下列")
    func inlineList() throws {
        let found = try norms("企业不得有下列行为：（1）转动纸风车；（2）出售纸风车。")
        #expect(found.norms.map(\.kind) == [.prohibition, .prohibition, .prohibition])
        #expect(found.norms.last?.bearers.map { words($0, found) } == ["企业"])
    }

    @Test("are exceptions before and behind")
    func exceptions() throws {
        var found = try norms("除发生灾害外，企业不得转动纸风车。")
        #expect(words(found.norms.first?.exception, found) == "除发生灾害外")
        #expect(found.norms.first?.bearers.map { words($0, found) } == ["企业"])
        found = try norms("企业不得转动纸风车，但经批准的除外。")
        #expect(words(found.norms.first?.exception, found) == "经批准的除外")
    }
}

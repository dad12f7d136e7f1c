import LegalText
import NoticeComparison
import NoticeModel
import Testing

@Suite("Comparing a law with itself and with versions of it")
struct PropertyTests {
    private static let law = LawDraft(count: 30, seed: 7).text

    @Test("finds nothing between a text and itself", arguments: [1, 2, 3] as [UInt64])
    func same(seed: UInt64) throws {
        let text = LawDraft(count: 40, seed: seed).text
        let pair = try ComparedPair(text, text)
        #expect(pair.lines == [])
        #expect(pair.comparison.header == [])
        #expect(pair.comparison.rows.allSatisfy { $0.kind == .unchanged })
    }

    @Test("finds only another form where punctuation, width, numerals, brackets and script change")
    func form() throws {
        var text = Self.law.replacing("，", with: ",").replacing("三十日", with: "30日").replacing("五万元", with: "50000元")
        text = text.replacing("（", with: "(").replacing("）", with: ")").replacing("应当", with: "應當").replacing(
            "和",
            with: " 和 "
        )
        let pair = try ComparedPair(Self.law, text)
        #expect(pair.effects == [.editorial])
        #expect(pair.kinds == [.substitution])
        #expect(pair.comparison.changes.allSatisfy { $0.pairs.allSatisfy { $0.edits.allSatisfy(\.form.isEditorial) } })
        #expect(pair.comparison.isUnchanged)
    }

    @Test("finds only another form where marks are written with other digits")
    func marks() throws {
        var text = Self.law
        for number in (1...30).reversed() {
            text = text.replacing("第\(ChineseNumeral.text(number))条", with: "第\(number)条")
        }
        let pair = try ComparedPair(Self.law, text)
        #expect(pair.effects.isSubset(of: [.editorial]))
    }

    @Test("finds only moves where articles are shuffled", arguments: [3, 11, 19] as [UInt64])
    func shuffled(seed: UInt64) throws {
        var draft = LawDraft(count: 30, seed: seed)
        let before = draft.text
        draft.shuffle()
        let pair = try ComparedPair(before, draft.text)
        #expect(pair.kinds == [.move])
        #expect(pair.articlePairs == draft.pairs)
    }

    @Test("finds one insertion and renumberings where an article is put in front")
    func inserted() throws {
        var draft = LawDraft(count: 30, seed: 5)
        let before = draft.text
        draft.amend(.insert, at: 0)
        let pair = try ComparedPair(before, draft.text)
        #expect(pair.comparison.changes.count { $0.kind == .insertion } == 1)
        #expect(pair.comparison.changes.count { $0.kind == .renumbering } == 30)
        #expect(pair.comparison.changes.count == 31)
    }

    @Test("survives a sentence that stands in many articles of one text and in few of the other")
    func repeatedSentences() throws {
        func law(_ count: Int) -> String {
            let articles = (1...count).map { "第\(ChineseNumeral.text($0))条　任何单位和个人有权举报违法行为。\n" }
            return "示例市场管理办法\n" + articles.joined()
        }
        let pair = try ComparedPair(law(40), law(5))
        #expect(pair.comparison.changes.count { $0.kind == .repeal } == 35)
        #expect(try ComparedPair(law(5), law(40)).comparison.changes.count { $0.kind == .insertion } == 35)
    }

    @Test("takes references that follow a renumbering for such")
    func references() throws {
        let before = """
            示例市场管理办法
            第一条　为了规范示例市场，制定本办法。
            第二条　市场经营者应当建立进货查验制度。
            第三条　违反本办法第二条规定的，由主管部门责令改正，处一万元罚款。
            第四条　本办法自2024年5月1日起施行。

            """
        let after = """
            示例市场管理办法
            第一条　为了规范示例市场，制定本办法。
            第二条　平台企业不得泄露用户的个人信息。
            第三条　市场经营者应当建立进货查验制度。
            第四条　违反本办法第三条规定的，由主管部门责令改正，处一万元罚款。
            第五条　本办法自2024年5月1日起施行。

            """
        let pair = try ComparedPair(before, after)
        let change = try #require(pair.comparison.changes.first { $0.old.first?.provision.rawValue == "art_3" })
        #expect(change.effect == .editorial)
        #expect(change.reasons.map(\.aspect) == [.reference])
    }

    /// Without splits and merges: which row a clause is told in that left its article can depend on the direction.
    @Test("sees the mirror image from the other side", arguments: [2, 4, 6, 8, 10] as [UInt64])
    func mirrored(seed: UInt64) throws {
        var draft = LawDraft(count: 40, seed: seed)
        let before = draft.text
        draft.amend(12, with: [.insert, .repeal, .change, .move])
        try Self.expectMirror(before, draft.text)
    }

    static func expectMirror(_ before: String, _ after: String) throws {
        let there = try ComparedPair(before, after).comparison.changes
        let back = try ComparedPair(after, before).comparison.changes
        #expect(Set(there.map(ComparedPair.line)) == Set(back.map(mirror)))
    }

    private static func mirror(_ change: Change) -> String {
        let kind: Change.Kind =
            switch change.kind {
            case .insertion: .repeal
            case .repeal: .insertion
            case .split: .merge
            case .merge: .split
            default: change.kind
            }
        let effect: Effect =
            switch change.effect {
            case .stricter: .looser
            case .looser: .stricter
            default: change.effect
            }
        return "\(ComparedPair.ids(change.new)) > \(ComparedPair.ids(change.old)) \(kind.rawValue) \(effect.rawValue)"
    }
}

@Suite("Aligning amended laws")
struct AmendedLawTests {
    @Test(
        "finds what became of nearly every article",
        arguments: [(20, 6), (35, 10), (50, 15), (80, 25), (110, 40)]
    )
    func amended(articles: Int, amendments: Int) throws {
        var (right, found, expected) = (0, 0, 0)
        for seed in 1...6 as ClosedRange<UInt64> {
            var draft = LawDraft(count: articles, seed: seed * 31)
            let before = draft.text
            draft.amend(amendments)
            let pairs = try ComparedPair(before, draft.text).articlePairs
            right += pairs.intersection(draft.pairs).count
            found += pairs.count
            expected += draft.pairs.count
        }
        let (precision, recall) = (Double(right) / Double(found), Double(right) / Double(expected))
        #expect(precision >= 0.95, "\(articles) articles: precision \(precision)")
        #expect(recall >= 0.97, "\(articles) articles: recall \(recall)")
    }

    @Test("says of changed words what they mean")
    func effects() throws {
        let head = "示例市场管理办法\n第一条　为了规范示例市场，制定本办法。\n"
        func effect(_ before: String, _ after: String) throws -> [Effect] {
            let tail = "\n第三条　本办法自2024年5月1日起施行。\n"
            let pair = try ComparedPair(head + "第二条　" + before + tail, head + "第二条　" + after + tail)
            return pair.comparison.changes.map(\.effect)
        }
        #expect(try effect("市场经营者不得销售不合格的产品。", "市场经营者、平台企业不得销售不合格的产品。") == [.stricter])
        #expect(try effect("任何单位和个人不得销售不合格的产品。", "境内单位和个人不得销售不合格的产品。") == [.looser])
        #expect(try effect("市场经营者可以公布检验结果。", "市场经营者应当公布检验结果。") == [.stricter])
        #expect(try effect("市场经营者不得销售旧货。", "市场经营者可以销售旧货。") == [.looser])
        #expect(try effect("违反本办法的，处五万元以上二十万元以下的罚款。", "违反本办法的，处十万元以上五十万元以下的罚款。") == [.stricter])
        #expect(try effect("违反本办法的，处五万元以上二十万元以下的罚款。", "违反本办法的，处一万元以上五万元以下的罚款。") == [.looser])
        #expect(try effect("市场经营者不得销售旧货。", "未经主管部门批准，市场经营者不得销售旧货。") == [.looser])
        #expect(try effect("市场经营者不得销售旧货。", "市场经营者不得销售旧货，法律另有规定的除外。") == [.looser])
        #expect(try effect("名称中不得含有“国家级”“最高级”等字样。", "名称中不得含有“国家级”“最高级”“最佳”等字样。") == [.stricter])
    }
}

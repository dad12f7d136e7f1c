import LegalText

/// Laws and notices of any length, made of sentences in the vocabulary of the grammar.
///
/// The same number gives the same text.
struct SyntheticLaw {
    /// What a text holds.
    struct Sample {
        /// The text in UTF-8.
        let bytes: [UInt8]
        /// The number of articles.
        let articles: Int
        /// The number of sentences with 不得 or 禁止.
        let prohibitions: Int
    }

    private var state: UInt64
    private var text = ""
    private var articles = 0
    private var prohibitions = 0

    private init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    // MARK: - Texts

    /// A law of at least `byteCount` bytes: 编, 章, 节, 条, 款, 项, 目.
    static func law(byteCount: Int, seed: UInt64 = 1) -> Sample {
        var law = SyntheticLaw(seed: seed)
        law.add("中华人民共和国示例业务管理法")
        law.add("（2024年3月1日示例会议通过）")
        var part = 0
        var chapter = 0
        while law.text.utf8.count < byteCount {
            if law.articles % 200 == 0 {
                part += 1
                law.add("第\(numeral(part))编　示例业务第\(numeral(part))部分")
            }
            if law.articles % 20 == 0 {
                chapter += 1
                law.add("第\(numeral(chapter))章　业务管理")
            }
            law.addArticle()
        }
        return law.sample
    }

    /// A notice of at least `byteCount` bytes: 一、 and （一）.
    static func notice(byteCount: Int, seed: UInt64 = 1) -> Sample {
        var notice = SyntheticLaw(seed: seed)
        notice.add("示例监督管理总局关于规范示例业务的通知")
        notice.add("示监发〔2024〕1号")
        notice.add("各省、自治区、直辖市示例监督管理局：")
        notice.add("为规范示例业务，防范相关风险，依据《中华人民共和国示例业务管理法》等规定，现就有关事项通知如下：")
        var section = 0
        while notice.text.utf8.count < byteCount {
            if notice.articles % 8 == 0 {
                section += 1
                notice.add("\(numeral(section))、加强示例业务管理")
            }
            notice.articles += 1
            notice.add("（\(numeral(notice.articles))）完善工作机制。\(notice.sentence())\(notice.sentence())")
            if notice.next(3) == 0 { notice.add(notice.sentence() + notice.sentence()) }
        }
        notice.add("本通知自发布之日起施行。")
        notice.add("示例监督管理总局")
        notice.add("2024年5月6日")
        return notice.sample
    }

    private var sample: Sample {
        Sample(bytes: Array(text.utf8), articles: articles, prohibitions: prohibitions)
    }

    // MARK: - Words

    private static let bearers = [
        "示例业务经营机构", "从事示例业务的单位和个人", "县级以上地方人民政府有关部门", "国务院示例业务主管部门", "中介机构",
        "任何单位和个人", "示例业务经营机构的工作人员", "行业协会",
    ]
    private static let actions = [
        "为未经备案的示例业务提供账户开立、资金划转等服务", "泄露在业务活动中知悉的国家秘密和商业秘密", "从事与其职责无关的经营活动",
        "建立健全风险监测、信息共享和应急处置机制", "向所在地省级人民政府有关部门报送年度报告", "转让、出租或者出借业务许可证",
        "使用虚假或者引人误解的广告开展营销宣传", "对本行政区域内的示例业务活动进行监督检查",
    ]
    private static let points = ["有符合规定的注册资本", "有健全的内部控制制度", "有三名以上专业人员", "法律、行政法规规定的其他条件"]

    private mutating func sentence() -> String {
        let bearer = Self.bearers[next(Self.bearers.count)]
        let action = Self.actions[next(Self.actions.count)]
        switch next(8) {
        case 0, 1:
            prohibitions += 1
            return "\(bearer)不得\(action)。"
        case 2:
            prohibitions += 1
            return "未经国务院示例业务主管部门批准，\(bearer)不得\(action)，法律另有规定的除外。"
        case 3:
            prohibitions += 1
            return "禁止\(bearer)\(action)。"
        case 4:
            return "\(bearer)可以依法\(action)。"
        case 5:
            return "违反本法第\(Self.numeral(1 + next(max(1, articles))))条规定的，由有关部门责令改正，处五万元以上二十万元以下的罚款。"
        default:
            return "\(bearer)应当在三十日内\(action)。"
        }
    }

    private mutating func addArticle() {
        articles += 1
        add("第\(Self.numeral(articles))条　\(sentence())\(sentence())")
        switch next(4) {
        case 0:
            add("申请开展示例业务，应当具备下列条件：")
            for (number, point) in Self.points.enumerated() {
                add("（\(Self.numeral(number + 1))）\(point)\(number + 1 < Self.points.count ? "；" : "。")")
            }
        case 1:
            add(sentence())
        default:
            break
        }
    }

    private mutating func add(_ line: String) {
        text += line
        text += "\n"
    }

    /// A number below `limit`, by xorshift.
    private mutating func next(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % limit
    }

    private static func numeral(_ number: Int) -> String {
        ChineseNumeral.text(number)
    }
}

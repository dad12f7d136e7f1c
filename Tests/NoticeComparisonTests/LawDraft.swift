import LegalText
import TestSupport

/// A made-up law that can be amended, and that knows what became of its articles.
struct LawDraft {
    /// An article: its sentences, each paragraph a list of them.
    struct Article {
        var paragraphs: [[String]]
        /// The articles of the first version that it comes from, by their place.
        var origins: Set<Int>
    }

    private(set) var articles: [Article] = []
    private var random: SeededGenerator

    /// A law of `count` articles; the same seed gives the same law.
    init(count: Int, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        for place in 0..<count { articles.append(newArticle(origins: [place])) }
    }

    /// The text, in chapters of eight to fifteen articles.
    var text: String {
        var lines = ["示例市场管理条例", "（2024年3月1日示例机关公布）"]
        var chapter = 0
        for (index, article) in articles.enumerated() {
            if index % 12 == 0 {
                chapter += 1
                lines.append("第\(ChineseNumeral.text(chapter))章　\(Self.topics[chapter % Self.topics.count])")
            }
            for (number, paragraph) in article.paragraphs.enumerated() {
                let mark = number == 0 ? "第\(ChineseNumeral.text(index + 1))条　" : ""
                lines.append(mark + paragraph.joined())
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The pairs that a careful reader would find between the first version and this one.
    var pairs: Set<ArticlePair> {
        var pairs: Set<ArticlePair> = []
        for (index, article) in articles.enumerated() {
            for origin in article.origins { pairs.insert(ArticlePair(old: origin, new: index)) }
        }
        return pairs
    }

    // MARK: - Amending

    /// What an amendment does.
    enum Amendment: CaseIterable {
        case insert, `repeal`, change, move, split, merge
    }

    /// Amends the law `count` times.
    mutating func amend(_ count: Int, with kinds: [Amendment] = Amendment.allCases) {
        for _ in 0..<count { amend(kinds[random(kinds.count)]) }
    }

    mutating func amend(_ kind: Amendment, at given: Int? = nil) {
        let place = given ?? random(articles.count)
        switch kind {
        case .insert:
            articles.insert(newArticle(origins: []), at: place)
        case .repeal:
            // An article that was split or merged stays, so that the truth stays simple.
            guard articles[place].origins.count == 1, articles.count > 5 else { return }
            articles.remove(at: place)
        case .change:
            change(place)
        case .move:
            let article = articles.remove(at: place)
            articles.insert(article, at: random(articles.count + 1))
        case .split:
            guard let index = articles.indices.first(where: { $0 >= place && articles[$0].paragraphs.count > 1 }) else {
                return
            }
            let last = articles[index].paragraphs.removeLast()
            articles.insert(Article(paragraphs: [last], origins: articles[index].origins), at: index + 1)
        case .merge:
            guard place + 1 < articles.count else { return }
            let next = articles.remove(at: place + 1)
            articles[place].paragraphs += next.paragraphs
            articles[place].origins.formUnion(next.origins)
        }
    }

    mutating func shuffle() {
        articles.shuffle(using: &random)
    }

    private mutating func change(_ place: Int) {
        let paragraph = random(articles[place].paragraphs.count)
        let sentence = random(articles[place].paragraphs[paragraph].count)
        let old = articles[place].paragraphs[paragraph][sentence]
        let new: String
        switch random(5) {
        case 0: new = old.replacing("三十日", with: "十五日").replacing("应当", with: "必须")
        case 1: new = old.replacing("不得", with: "一律不得以任何形式").replacing("可以", with: "应当")
        case 2: new = old.dropLast() + "，并接受社会监督。"
        case 3: new = "除法律另有规定外，" + old
        default: new = old.replacing("主管部门", with: "监督管理机构").replacing("处五万元", with: "处十万元")
        }
        articles[place].paragraphs[paragraph][sentence] = new
    }

    // MARK: - Writing

    private static let topics = [
        "登记与备案", "价格公示", "数据安全", "广告发布", "合同订立", "风险准备金", "消费者权益", "投诉处理", "信息披露", "从业人员", "场地设施", "检验检测", "跨境业务",
        "关联交易", "资金存管", "应急预案", "知识产权", "格式条款", "招标投标", "信用评价", "档案管理", "审计监督", "纠纷调解", "环境保护", "运输配送", "仓储保管",
        "产品召回", "质量追溯", "技术标准", "人员培训", "许可延续", "停业歇业", "合并分立", "个人信息", "未成年人保护", "反不正当竞争",
    ]
    private static let bearers = [
        "市场经营者", "平台企业", "示例行业协会", "县级以上地方人民政府", "国务院示例市场主管部门", "中介服务机构", "从事示例业务的单位和个人", "检验机构", "省级示例市场主管部门",
    ]
    private static let acts = [
        "应当建立健全{t}制度，明确负责人和工作流程", "不得在{t}过程中弄虚作假或者隐瞒重要事实", "应当自发生变化之日起三十日内就{t}事项向主管部门报告", "可以就{t}委托专业机构提供服务，但不得转嫁责任",
        "应当将{t}情况如实记载并保存五年以上", "未经{t}审查合格，不得开展相应经营活动", "应当配合有关部门对{t}实施的监督检查，如实提供材料",
        "违反{t}规定的，由主管部门责令改正，处五万元以上二十万元以下的罚款",
        "对{t}中知悉的商业秘密负有保密义务", "应当每年对{t}开展一次自查并公布结果", "在{t}活动中应当遵循公平、公开、诚实信用的原则", "有权就{t}问题向主管部门提出意见和建议",
    ]

    private mutating func newArticle(origins: Set<Int>) -> Article {
        let topic = Self.topics[random(Self.topics.count)]
        var paragraphs: [[String]] = []
        for _ in 0..<(1 + random(2)) {
            paragraphs.append((0..<(1 + random(2))).map { _ in sentence(on: topic) })
        }
        return Article(paragraphs: paragraphs, origins: origins)
    }

    private mutating func sentence(on topic: String) -> String {
        let other = Self.topics[random(Self.topics.count)]
        let act = Self.acts[random(Self.acts.count)].replacing(
            "{t}",
            with: random(3) == 0 ? topic + "和" + other : topic
        )
        return Self.bearers[random(Self.bearers.count)] + act + "。"
    }

    private mutating func random(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
}

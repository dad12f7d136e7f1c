import DocumentReading
import LegalText
import NoticeModel
import NoticeParsing
import Testing

@Suite("Laws of many articles")
struct LawTests {
    /// A made-up law as the parliament's database prints it: title, history, contents, chapters, sections, 之一
    /// articles, cross references, paragraphs that look like endings.
    private static func law(articles: Int, chapters: Int, inserted: Set<Int> = []) -> (text: String, labels: [String]) {
        var lines = [
            "中华纸风车法",
            "（2003年12月27日第一届示例大会常务委员会第六次会议通过　根据2006年10月31日第一届示例大会常务委员会第二十四次会议《关于修改〈中华纸风车法〉的决定》第一次修正　根据2015年8月29日《关于修改〈中华纸风车法〉的决定》第二次修正）",
            "目　　录",
        ]
        var body: [String] = []
        var labels: [String] = []
        let size = (articles + chapters - 1) / chapters
        for number in 1...articles {
            if (number - 1) % size == 0 {
                let chapter =
                    "第\(ChineseNumeral.text((number - 1) / size + 1))章　" + (number == 1 ? "总　　则" : "纸风车的第\(number)件事")
                lines.append(chapter)
                body.append(chapter)
                if number > size, number <= 2 * size { body.append("第一节　一般规定") }
            }
            let label = "第\(ChineseNumeral.text(number))条"
            labels.append(label)
            switch number % 6 {
            case 0:
                body += ["\(label)　有下列情形之一的，应当改正：", "（一）违反本法第一条规定的；", "（二）违反前条第二款，包括：", "1.甲；", "2.乙；", "（三）其他情形。"]
            case 1: body += ["\(label)　本法所称纸风车，按照国家有关规定执行。", "本法施行前已经设立的，按照前款规定执行。", "国务院根据实际情况调整。"]
            case 2: body += ["\(label)", "企业应当遵守第\(ChineseNumeral.text(max(1, number - 1)))条的规定。"]
            case 3: body.append("\(label)国务院有关部门依照本法第五条、第六条和第七条的规定，负责监督管理。")
            case 4: body += ["\(label)　违反《纸张法》第十条规定的，依照该法第\(ChineseNumeral.text(number))条处罚。", "第一条至第三条规定的情形除外。"]
            default: body.append("\(label)　任何单位和个人不得“一、买卖；二、出租”纸风车。")
            }
            if inserted.contains(number) {
                let label = label + "之一"
                labels.append(label)
                body.append("\(label)　制作者不得用铁纸。")
            }
        }
        labels.append("第\(ChineseNumeral.text(articles + 1))条")
        body.append("第\(ChineseNumeral.text(articles + 1))条　本法自2004年2月1日起施行。1995年5月10日发布的《纸风车条例》同时废止。")
        return ((lines + body).joined(separator: "\n"), labels)
    }

    @Test("are numbered exactly", arguments: [(30, 5), (64, 8), (200, 10)])
    func numbering(articles: Int, chapters: Int) {
        let (text, labels) = Self.law(articles: articles, chapters: chapters, inserted: [7, 20])
        let notice = SampleNotice.parse(text)
        #expect(notice.articles.map(\.label) == labels)
        #expect(
            notice.sections.count { $0.label.hasSuffix("章") } == (articles + (articles + chapters - 1) / chapters - 1)
                / ((articles + chapters - 1) / chapters)
        )
        #expect(notice.header.title?.text == "中华纸风车法")
        #expect(notice.header.entryIntoForce?.rule.description == "2004-02-01")
        #expect(notice.header.repeals.map(\.text) == ["纸风车条例"])
        #expect(notice.oddities == ["outline/contents-skipped"])
        #expect(LeafAudit(notice).problems == [])
    }

    @Test("keep their addresses when an article is inserted elsewhere")
    func stability() {
        let before = SampleNotice.parse(Self.law(articles: 64, chapters: 8).text)
        let after = SampleNotice.parse(Self.law(articles: 64, chapters: 8, inserted: [10]).text)
        let ids = before.articles.map(\.id)
        #expect(after.articles.map(\.id).filter { $0.rawValue != "art_10-1" } == ids)
    }

    @Test("read in time that grows with their length", .timeLimit(.minutes(15)))
    func linear() {
        func seconds(_ articles: Int) -> Double {
            let text = Self.law(articles: articles, chapters: 10).text
            let clock = ContinuousClock()
            let times = (0..<2).map { _ in clock.measure { _ = SampleNotice.parse(text) } }
            return times.map { Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18 }.min() ?? 0
        }
        let short = seconds(20)
        let long = seconds(200)
        // Quadratic time would be 100 times as long; other tests run beside this one.
        #expect(long < short * 50, "ten times the length took \(long / short) times as long")
    }
}

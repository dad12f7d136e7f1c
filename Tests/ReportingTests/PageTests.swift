import Foundation
import LegalText
import RecordModel
import Reporting
import RuleEngine
import Screening
import Testing

@Suite("Pages and SARIF")
struct PageTests {
    private static let rules = [
        PackDescription.RuleDescription(
            id: "yinfa-2026-42/registration-terms",
            title: LocalizedText(zh: "所列字样", en: "named terms"),
            ban: .term,
            verdict: .prohibited,
            basis: Sample.basis
        )
    ]

    private func report(
        _ format: ScreeningFormat,
        rows: [ScreenedRow] = Sample.rows,
        language: LocalizedText.Language = .zh
    ) throws -> String {
        let options = ScreeningReportOptions(
            packs: [Sample.pack],
            language: language,
            usesColor: false,
            namesFiles: false,
            rules: Self.rules,
            version: "9.9.9"
        )
        var writer = try #require(format.writer(options))
        let opening = writer.opening()
        let body = writer.rows(rows, of: RowSource(file: "甲 乙.csv"))
        return opening + body + writer.closing(ScreeningSummary())
    }

    @Test("holds everything in one file: words marked, clauses with their status, pack and version, no address")
    func page() throws {
        let page = try report(.html)
        #expect(page.contains("前海<mark>ＲＷＡ</mark>公司"))
        #expect(page.contains("比特币<mark>矿机</mark>销售"))
        #expect(page.contains("不得含有“RWA”等字样 <small>〔非官方重构文本〕</small>"))
        #expect(page.contains("sha256:abc"))
        #expect(page.contains("Hegui 9.9.9"))
        #expect(page.contains(Wording.disclaimer.zh))
        #expect(page.contains("href=\"#clause-yinfa-2026-42-art_8\""))
        #expect(page.contains("id=\"clause-yinfa-2026-42-art_8\""))
        #expect(!page.contains("http"))
        #expect(try report(.html, language: .en).contains("<html lang=\"en\">"))
    }

    @Test(
        "lets no record write into the page",
        arguments: ["<script>alert(1)</script>", "\" onload=\"x", "a&amp;b", "'><img src=x>", "\u{202E}x\u{0}y"]
    )
    func escaping(name: String) throws {
        let record = Record(id: name, name: name, scope: name)
        let row = ScreenedRow(row: 1, line: 2, outcome: .screened(record, Verdict(findings: [])))
        let page = try report(.html, rows: [row])
        let rows = try #require(page.components(separatedBy: "<section id=\"rows\"").last)
        #expect(!rows.contains(name))
        #expect(page.components(separatedBy: "<script>").count == 2)
        #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
    }

    @Test("shows no more rows than a browser bears, and says how many there are")
    func limit() throws {
        let row = ScreenedRow(row: 1, line: 2, outcome: .screened(Record(name: "甲"), Verdict(findings: [])))
        let page = try report(.html, rows: Array(repeating: row, count: 5010))
        #expect(page.components(separatedBy: "<article ").count == 5001)
        #expect(page.contains("此处显示5,000行，共5,010行"))
        // Of too many rows those with the gravest verdicts are shown, still in the order of the file.
        let mixed = try report(.html, rows: Array(repeating: row, count: 5010) + Sample.rows)
        #expect(mixed.components(separatedBy: "<article ").count == 5001)
        let gravest = try #require(mixed.range(of: "<article data-verdict=\"prohibited\""))
        #expect(mixed[gravest.upperBound...].components(separatedBy: "<article ").count == 1)
    }

    @Test("writes SARIF whose rules, levels, places and notifications are what the standard asks for")
    func sarif() throws {
        let data = Data(try report(.sarif).utf8)
        let log = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.compactMap { $0["id"] as? String } == ["yinfa-2026-42/registration-terms"])
        let help = try #require((rules[0]["help"] as? [String: Any])?["text"] as? String)
        #expect(help == "银发〔2026〕42号（八）：「不得含有“RWA”等字样」〔非官方重构文本〕")
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.compactMap { $0["level"] as? String } == ["error", "note"])
        #expect(results.map { $0["ruleIndex"] as? Int } == [0, nil])
        for result in results {
            #expect((result["message"] as? [String: Any])?["text"] is String)
            let location = try #require((result["locations"] as? [[String: Any]])?.first)
            let physical = try #require(location["physicalLocation"] as? [String: Any])
            let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
            #expect(uri == "%E7%94%B2%20%E4%B9%99.csv")
            #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 4)
        }
        let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == true)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    }

    @Test(
        "tells how far a batch is",
        arguments: [
            (0.25, 12, "███░░░░░░░░░  25 %  1,234,567 rows  123,456 rows/s  30 s left  89 flagged"),
            (0.25, 0, "25 %  1,234,567 rows  123,456 rows/s  30 s left  89 flagged"),
            (nil, 12, "1,234,567 rows  123,456 rows/s  89 flagged"),
            (1, 12, "████████████  100 %  1,234,567 rows  123,456 rows/s  89 flagged"),
        ] as [(Double?, Int, String)]
    )
    func progress(share: Double?, width: Int, line: String) {
        #expect(
            ProgressText.line(rows: 1_234_567, flagged: 89, share: share, seconds: 10, barWidth: width, in: .en) == line
        )
    }
    @Test("tells it in Chinese too")
    func chineseProgress() {
        #expect(
            ProgressText.line(rows: 1_234_567, flagged: 89, share: 0.5, seconds: 100, barWidth: 0, in: .zh)
                == "50 %  1,234,567 行  12,345 行/秒  还需 1 分 40 秒  命中 89"
        )
    }
}

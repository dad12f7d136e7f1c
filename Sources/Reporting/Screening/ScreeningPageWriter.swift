import LegalText
import RecordModel
import RuleEngine
import Screening

/// Writes one page that needs nothing but itself: totals, charts, the flagged rows with their words marked, the clauses.
///
/// Rows wait in memory until the totals are known, which stand above them; ``ShownRows`` bounds how many.
struct ScreeningPageWriter: ScreeningWriter {
    private let options: ScreeningReportOptions
    private var rows = ShownRows()
    private var sources: [RowSource] = []

    init(_ options: ScreeningReportOptions) {
        self.options = options
    }

    func opening() -> String { "" }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        if !sources.contains(source) { sources.append(source) }
        for row in rows {
            guard let (record, verdict) = row.screened else { continue }
            if self.rows.note(verdict.level) { self.rows.show(section(row, record, verdict, source), verdict.level) }
        }
        return ""
    }

    func closing(_ summary: ScreeningSummary) -> String {
        let title = said("批量筛查报告", "Screening report")
        let packs = options.packs.map { pack in
            "<code>\(HTMLText.escaped(pack.id)) \(HTMLText.escaped(pack.version))</code> "
                + "<code class=\"digest\">\(HTMLText.escaped(pack.digest))</code>"
        }
        let files = sources.map { HTMLText.escaped($0.label) }.joined(separator: said("、", ", "))
        let engine = options.version.isEmpty ? "" : " · Hegui \(HTMLText.escaped(options.version))"
        return """
            <!doctype html>
            <html lang="\(options.language == .zh ? "zh-Hans" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>\(ScreeningPageAssets.style)</style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <p>\(files)</p>
            <p>\(said("规则包", "Rule pack")) \(packs.joined(separator: "<br>"))\(engine)</p>
            <p class="disclaimer">\(HTMLText.escaped(Wording.disclaimer[options.language]))</p>
            </header>
            <main>
            \(totals(summary))
            <section class="charts">
            \(ScreeningChart(options).verdicts(summary))
            \(ScreeningChart(options).articles(summary))
            </section>
            \(filters)
            <section id="rows" aria-label="\(said("结果", "results"))">
            \(rows.sections.joined(separator: "\n"))
            </section>
            \(more)
            \(clauses)
            </main>
            <script>\(ScreeningPageAssets.script)</script>
            </body>
            </html>

            """
    }

    // MARK: - Parts above and below the rows

    private func totals(_ summary: ScreeningSummary) -> String {
        let levels = Verdict.Level.allCases.reversed().map { level in
            (level.rawValue, Wording.label(of: level, in: options.language), summary.count(of: level))
        }
        let cells =
            [("all", said("行", "rows"), summary.rows)] + levels
            + [("rejected", said("无法读取", "rejected"), summary.rejected)]
        let items = cells.map { name, label, count in
            "<li class=\"\(name)\"><b>\(ScreeningChart.grouped(count))</b> \(HTMLText.escaped(label))</li>"
        }
        return "<ul class=\"totals\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private var filters: String {
        if rows.count == 0 { return "" }
        let levels = rows.levels.map { level in
            let label = HTMLText.escaped(Wording.label(of: level, in: options.language))
            return
                "<label><input type=\"checkbox\" name=\"verdict\" value=\"\(level.rawValue)\" checked> \(label)</label>"
        }
        let choices = articles.map { basis in
            "<option value=\"\(HTMLText.escaped(basis.article))\">\(HTMLText.escaped(basis.title))</option>"
        }
        let rules = options.rules.map { rule in
            let title = HTMLText.escaped(rule.title[options.language])
            return "<option value=\"\(HTMLText.escaped(rule.id))\">\(title)</option>"
        }
        let all = said("全部", "all")
        return """
            <form id="filters">
            <input type="search" name="text" placeholder="\(said("在结果中查找", "find in the results"))" \
            aria-label="\(said("在结果中查找", "find in the results"))">
            \(levels.joined(separator: "\n"))
            <label>\(said("条文", "article")) <select name="article"><option value="">\(all)</option>\(choices.joined())</select></label>
            <label>\(said("规则", "rule")) <select name="rule"><option value="">\(all)</option>\(rules.joined())</select></label>
            <output id="shown" data-of="\(said("显示 {n} / {all} 行", "{n} of {all} rows"))"></output>
            </form>
            """
    }

    private var more: String {
        guard rows.isCut else {
            return rows.count == 0 ? "<p>\(said("没有命中的行。", "No row was flagged."))</p>" : ""
        }
        let shown = ScreeningChart.grouped(rows.sections.count)
        let all = ScreeningChart.grouped(rows.count)
        let text = said(
            "此处显示\(shown)行，共\(all)行，结论较重者优先；其余见CSV、XLSX或NDJSON格式的结果。",
            "\(shown) of \(all) rows are shown, the graver verdicts before the others; the CSV, XLSX or NDJSON results hold all."
        )
        return "<p class=\"more\">\(text)</p>"
    }

    /// The first basis of each article that a rule enforces, in the order of the articles.
    private var articles: [Basis] {
        var seen: Set<String> = []
        return options.rules.map(\.basis).filter { seen.insert($0.article).inserted }
            .sorted { ScreeningChart.articleOrder($0.article) < ScreeningChart.articleOrder($1.article) }
    }

    private var clauses: String {
        if options.rules.isEmpty { return "" }
        let sections = articles.map { article in
            // Several rules may enforce one sentence, which is printed once.
            var quotes: [[Quote]] = []
            for rule in options.rules where rule.basis.article == article.article {
                if !quotes.contains(rule.basis.quotes) { quotes.append(rule.basis.quotes) }
            }
            let items = quotes.map { quotes in
                let rules = options.rules.filter { $0.basis.article == article.article && $0.basis.quotes == quotes }
                let terms = rules.map { rule in
                    "<dt>\(HTMLText.escaped(rule.title[options.language])) <code>\(HTMLText.escaped(rule.id))</code></dt>"
                }
                let texts = quotes.map { quote in
                    let status = HTMLText.escaped(Wording.status(quote.status)[options.language])
                    return "<blockquote lang=\"\(quote.language.rawValue)\">\(HTMLText.escaped(quote.text))"
                        + " <small>〔\(status)〕</small></blockquote>"
                }
                return "\(terms.joined())<dd>\(texts.joined())</dd>"
            }
            return """
                <section class="clause" id="\(Self.anchor(article))"><h3>\(HTMLText.escaped(article.title))</h3>
                <dl>\(items.joined(separator: "\n"))</dl></section>
                """
        }
        return """
            <section class="clauses"><h2>\(said("所依据的条文", "The clauses"))</h2>
            \(sections.joined(separator: "\n"))
            </section>
            """
    }

    private static func anchor(_ basis: Basis) -> String {
        "clause-" + HTMLText.escaped(basis.article.replacing("/", with: "-"))
    }

    // MARK: - Rows

    private func section(
        _ row: ScreenedRow,
        _ record: Record,
        _ verdict: Verdict,
        _ source: RowSource
    ) -> String {
        let language = options.language
        let rules = Set(verdict.findings.map(\.rule)).sorted().joined(separator: " ")
        let articles = Set(verdict.findings.map(\.basis.article)).sorted().joined(separator: " ")
        let table = options.namesFiles ? source.label : options.namesSheets ? source.sheet ?? "" : ""
        let place = (table.isEmpty ? "" : "\(table) ") + said("第\(row.row)行", "row \(row.row)")
        let evidence = verdict.findings.flatMap(\.evidence)
        var fields = ""
        if let id = record.id { fields += field(said("编号", "id"), HTMLText.escaped(id)) }
        for kind in Field.allCases {
            for (index, text) in record.texts(of: kind).enumerated() {
                let spans = evidence.filter { $0.field == kind && $0.index == index }.map(\.span)
                fields += field(Wording.name(of: kind)[language], HTMLText.marked(text, spans))
            }
        }
        if let approval = record.approval { fields += field(said("所称批准", "approval"), HTMLText.escaped(approval)) }
        for remark in options.remarks.remarks(on: record, verdict) {
            fields += field(said("备注", "note"), HTMLText.escaped(remark.text[language]))
        }
        let label = HTMLText.escaped(Wording.label(of: verdict.level, in: language))
        return """
            <article data-verdict="\(verdict.level.rawValue)" data-articles="\(HTMLText.escaped(articles))" \
            data-rules="\(HTMLText.escaped(rules))">
            <h2><span class="verdict \(verdict.level.rawValue)">\(label)</span> <small>\(HTMLText.escaped(place))</small></h2>
            <dl>\(fields)</dl>
            <ol>\(verdict.findings.map(finding).joined())</ol>
            </article>
            """
    }

    private func finding(_ finding: Finding) -> String {
        let language = options.language
        let label = HTMLText.escaped(Wording.label(of: finding.verdict, in: language))
        let title = options.rules.first { $0.id == finding.rule }?.title[language] ?? finding.rule
        let clause = "<a href=\"#\(Self.anchor(finding.basis))\">\(HTMLText.escaped(finding.basis.title))</a>"
        let doubts = finding.doubts.map { "<li>\(HTMLText.escaped($0.reason[language]))</li>" }
        let list = doubts.isEmpty ? "" : "<ul class=\"doubts\">\(doubts.joined())</ul>"
        let authority = finding.authority.map { authority in
            " <small>\(said("主管：", "authority: "))\(HTMLText.escaped(authority[language]))</small>"
        }
        return "<li><b class=\"\(finding.verdict.rawValue)\">\(label)</b> \(HTMLText.escaped(title)) · \(clause)"
            + "<p>\(HTMLText.escaped(finding.explanation[language]))\(authority ?? "")</p>\(list)</li>"
    }

    private func field(_ name: String, _ content: String) -> String {
        "<div><dt>\(name)</dt><dd>\(content)</dd></div>"
    }

    private func said(_ zh: String, _ en: String) -> String {
        options.language == .zh ? zh : en
    }
}

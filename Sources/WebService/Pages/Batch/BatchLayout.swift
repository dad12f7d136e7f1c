#if Service
    import DecisionLog
    import LegalText
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// Lays out what became of a file: the counts, the rows that the filters leave, a page of them at a time.
    struct BatchLayout {
        let request: ServiceRequest
        let upload: Upload
        let results: BatchResults

        private var language: LocalizedText.Language { request.pageLanguage }

        private func value(_ name: String) -> String? { request.filter(name) }

        /// The page with the filters of the request.
        func view() async throws -> BatchResultsView {
            let query = query
            let found = try await request.service.threads.run { [rows = results.rows] in rows.indices(query) }
            let page = ListPage(value("page"), of: found.count)
            let rows = try await BatchRowLayout(request: request, upload: upload, results: results)
                .rows(Array(found[page.places]))
            let summary = results.summary
            let decided = results.decidedRows.count
            return BatchResultsView(
                path: path,
                name: HTMLText.escaped(upload.name),
                facts: facts,
                rowCount: BatchText.number(summary.rows),
                counts: Verdict.Level.allCases.reversed().map { level in
                    .init(
                        label: Wording.label(of: level, in: language),
                        count: BatchText.number(summary.count(of: level)),
                        countPath: level == .clear || summary.count(of: level) == 0
                            ? nil : path + PageText.query([("verdict", level.rawValue)])
                    )
                },
                rejectedCount: summary.rejected == 0 ? nil : BatchText.number(summary.rejected),
                decidedCount: decided == 0 ? nil : BatchText.number(decided),
                remarks: results.tables.remarks.map { $0.text[language] },
                verdicts: choices(
                    "verdict",
                    Verdict.Level.allCases.reversed().filter { $0 > .clear && summary.count(of: $0) > 0 }
                        .map { ($0.rawValue, Wording.label(of: $0, in: language)) }
                ),
                articles: choices("article", articles),
                rules: choices("rule", rules),
                states: choices(
                    "state",
                    [
                        ("open", request.said("此处尚未处置", "not decided here yet")),
                        ("decided", request.said("此处已处置", "decided here")),
                    ]
                ),
                sorts: [
                    ("gravest", request.said("结论从重到轻", "gravest verdict first")),
                    ("file", request.said("文件中的顺序", "as in the file")), ("name", request.said("名称", "name")),
                ].map { ChoiceView($0.0, $0.1, isSelected: $0.0 == query.order.rawValue) },
                text: value("q") ?? "",
                foundCount: BatchText.number(found.count),
                flaggedCount: BatchText.number(results.rows.entries.count),
                isFiltered: BatchPages.filters.contains { $0 != "page" && $0 != "sort" && value($0) != nil },
                rows: rows,
                hasRows: !rows.isEmpty,
                page: page.number,
                pageCount: page.count,
                isPaged: page.count > 1,
                previous: page.previous.map(link),
                next: page.next.map(link),
                mayDecide: request.caller.role >= .officer && request.caller.formOwner != nil,
                downloads: downloads,
                manifest: results.manifestDigest,
                rejected: results.rejected.map { row in
                    .init(
                        place: [row.sheet, request.said("第\(row.row)行", "row \(row.row)")].compactMap(\.self)
                            .joined(separator: " "),
                        line: row.line,
                        reason: BatchText.reason(of: row.problem)[language]
                    )
                },
                hasRejected: !results.rejected.isEmpty,
                moreRejected: summary.rejected > results.rejected.count
                    ? BatchText.number(summary.rejected - results.rejected.count) : nil,
                againToken: request.formToken
            )
        }

        private var path: String { "/batch/\(upload.id)" }

        private var facts: String {
            let tables = results.tables
            let tenths = Int(results.seconds * 10 + 0.5)
            let rate = results.seconds > 0 ? Int(Double(results.summary.rows) / results.seconds) : 0
            let format =
                tables.format == .xlsx ? "Excel" : "\(tables.format.rawValue.uppercased()) \(tables.encoding.rawValue)"
            return [
                format, "\(results.pack.identity.id) \(results.pack.identity.version)",
                request.said(
                    "用时\(tenths / 10).\(tenths % 10)秒，每秒\(BatchText.number(rate))行",
                    "\(tenths / 10).\(tenths % 10) s, \(BatchText.number(rate)) rows a second"
                ),
            ].joined(separator: " · ")
        }

        /// What the request asks for.
        private var query: FlaggedRows.Query {
            var query = FlaggedRows.Query()
            query.level = value("verdict").flatMap(Verdict.Level.init(rawValue:))
            query.text = value("q")
            query.order = value("sort").flatMap(FlaggedRows.Order.init(rawValue:)) ?? .gravest
            switch value("state") {
            case "open": query.among = (results.decidedRows, false)
            case "decided": query.among = (results.decidedRows, true)
            default: break
            }
            if let article = value("article") {
                query.rules = Set(results.pack.description.rules.filter { $0.basis.article == article }.map(\.id))
            }
            if let rule = value("rule") {
                query.rules = query.rules.map { $0.intersection([rule]) } ?? [rule]
            }
            return query
        }

        /// The rules that fired, in the order of their articles.
        private var fired: [PackDescription.RuleDescription] {
            results.pack.description.rules.filter { results.summary.rules[$0.id] != nil }
                .sorted { RuleOrder.key(of: $0) < RuleOrder.key(of: $1) }
        }

        private var articles: [(String, String)] {
            var seen: Set<String> = []
            return fired.compactMap { rule in
                let article = rule.basis.article
                guard seen.insert(article).inserted else { return nil }
                let count = BatchText.number(results.summary.articles[article] ?? 0)
                return (article, "\(rule.basis.title) (\(count))")
            }
        }

        private var rules: [(String, String)] {
            fired.map { rule in
                (rule.id, "\(rule.title[language]) (\(BatchText.number(results.summary.rules[rule.id] ?? 0)))")
            }
        }

        private func choices(_ name: String, _ values: [(String, String)]) -> [ChoiceView] {
            let chosen = value(name)
            return [ChoiceView("", request.said("全部", "all"), isSelected: chosen == nil)]
                + values.map { ChoiceView($0.0, $0.1, isSelected: $0.0 == chosen) }
        }

        private func link(page: Int) -> String {
            path
                + PageText.query(
                    BatchPages.filters.map { (name: $0, value: $0 == "page" ? String(page) : value($0)) }
                )
        }

        private var downloads: [BatchResultsView.Link] {
            let list: [(BatchDownload.Format, String)] = [
                (.csv, "CSV"), (.xlsx, "Excel"), (.html, request.said("HTML报告", "HTML report")),
                (.evidence, request.said("证据包（ZIP）", "evidence pack (ZIP)")),
            ]
            return
                (list
                + (results.summary.rejected > 0
                    ? [(.rejects, request.said("无法读取的行（CSV）", "rows that can't be read (CSV)"))] : []))
                .map { .init(path: "\(path)/download?format=\($0.rawValue)", label: $1) }
        }
    }

    /// What became of a file.
    struct BatchResultsView: PageView {
        let path: String
        let name: String
        let facts: String
        let rowCount: String
        let counts: [Count]
        let rejectedCount: String?
        let decidedCount: String?
        let remarks: [String]
        let verdicts: [ChoiceView]
        let articles: [ChoiceView]
        let rules: [ChoiceView]
        let states: [ChoiceView]
        let sorts: [ChoiceView]
        let text: String
        let foundCount: String
        let flaggedCount: String
        let isFiltered: Bool
        let rows: [BatchRowView]
        let hasRows: Bool
        let page: Int
        let pageCount: Int
        let isPaged: Bool
        let previous: String?
        let next: String?
        let mayDecide: Bool
        let downloads: [Link]
        let manifest: String?
        let rejected: [RejectedView]
        let hasRejected: Bool
        let moreRejected: String?
        let againToken: String

        struct Count {
            let label: String
            let count: String
            let countPath: String?
        }

        struct Link {
            let path: String
            let label: String
        }

        struct RejectedView {
            let place: String
            let line: Int
            let reason: String
        }

        static let template = """
            <p class="small noprint"><a href="/batch">⟦批量筛查|Batch⟧</a></p>
            <h1>{{{name}}}</h1>
            <p class="small">{{facts}}</p>
            <ul class="totals"><li><b>{{rowCount}}</b>⟦行|rows⟧</li>{{#counts}}<li><b>{{count}}</b>{{#countPath}}<a href="{{.}}">{{label}}</a>{{/countPath}}{{^countPath}}{{label}}{{/countPath}}</li>{{/counts}}{{#rejectedCount}}<li><b>{{.}}</b><a href="#rejected">⟦无法读取|can't be read⟧</a></li>{{/rejectedCount}}{{#decidedCount}}<li><b id="decided-count">{{.}}</b>⟦此处已处置|decided here⟧</li>{{/decidedCount}}</ul>
            {{#remarks}}<p class="small">{{.}}</p>{{/remarks}}
            <p class="downloads noprint"><strong>⟦下载|Download⟧</strong>⟦：|: ⟧{{#downloads}}<a href="{{path}}" download>{{label}}</a> {{/downloads}}</p>
            {{#manifest}}<p class="small">⟦证据包清单的SHA-256，请另行保存|SHA-256 of the evidence's manifest; keep it elsewhere⟧⟦：|: ⟧<code>{{.}}</code></p>{{/manifest}}
            <form method="get" action="{{path}}" class="noprint" role="search" aria-label="⟦筛选|Filter⟧"><div class="row filters">
            <div><label for="q">⟦文字|Text⟧</label><input type="search" id="q" name="q" value="{{text}}" maxlength="256"></div>
            <div><label for="verdict">⟦结论|Verdict⟧</label><select id="verdict" name="verdict" data-send>{{#verdicts}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/verdicts}}</select></div>
            <div><label for="article">⟦条文|Article⟧</label><select id="article" name="article" data-send>{{#articles}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/articles}}</select></div>
            <div><label for="rule">⟦规则|Rule⟧</label><select id="rule" name="rule" data-send>{{#rules}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/rules}}</select></div>
            <div><label for="state">⟦处置|Disposition⟧</label><select id="state" name="state" data-send>{{#states}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/states}}</select></div>
            <div><label for="sort">⟦排序|Order⟧</label><select id="sort" name="sort" data-send>{{#sorts}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/sorts}}</select></div>
            <p class="fixed"><button class="plain">⟦筛选|Filter⟧</button>{{#isFiltered}} <a href="{{path}}">⟦清除|Clear⟧</a>{{/isFiltered}}</p></div></form>
            <p id="announce" class="unseen" aria-live="polite" role="status"></p>
            {{#mayDecide}}<details id="keys" class="noprint" data-script hidden><summary>⟦键盘操作（按 ? 显示）|Keyboard (press ?)⟧</summary>
            <dl class="keys"><div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>⟦下一行、上一行|next, previous row⟧</dd></div><div><dt><kbd>Enter</kbd></dt><dd>⟦展开或收起全文与理由|open or close text and reasons⟧</dd></div><div><dt><kbd>c</kbd></dt><dd>⟦确认|confirmed⟧</dd></div><div><dt><kbd>f</kbd></dt><dd>⟦误报，写理由后按Enter|false positive: type why, then Enter⟧</dd></div><div><dt><kbd>d</kbd></dt><dd>⟦待补充材料，写明哪些|needs documents: say which⟧</dd></div><div><dt><kbd>r</kbd></dt><dd>⟦限期整改|to be rectified by a day⟧</dd></div><div><dt><kbd>w</kbd></dt><dd>⟦暂缓处理至某日|waived until a day⟧</dd></div><div><dt><kbd>p</kbd></dt><dd>⟦已报告|reported⟧</dd></div><div><dt><kbd>x</kbd></dt><dd>⟦已退出|exited⟧</dd></div><div><dt><kbd>Esc</kbd></dt><dd>⟦离开表单|leave the form⟧</dd></div><div><dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>⟦上一页、下一页|previous, next page⟧</dd></div><div><dt><kbd>/</kbd></dt><dd>⟦查找文字|find text⟧</dd></div></dl></details>{{/mayDecide}}
            {{#hasRows}}<table class="stack results" data-triage><caption>{{foundCount}} / {{flaggedCount}} ⟦行命中|flagged rows⟧{{#isPaged}} · ⟦第|page⟧ {{page}} / {{pageCount}} ⟦页|⟧{{/isPaged}}</caption><thead><tr><th scope="col" class="number">⟦行|Row⟧</th><th scope="col">⟦结论|Verdict⟧</th><th scope="col">⟦记录|Record⟧</th><th scope="col">⟦依据与理由|Basis⟧</th><th scope="col">⟦处置|Disposition⟧</th></tr></thead>
            <tbody>{{#rows}}{{>BatchRowView}}{{/rows}}</tbody></table>{{/hasRows}}
            {{^hasRows}}<p class="advice">{{#isFiltered}}⟦没有符合条件的行。|No row fits.⟧{{/isFiltered}}{{^isFiltered}}⟦没有命中的行。未命中不等于获准，也不表示其他规定允许。|No row was flagged, under these rules and on this text. It says nothing of other rules.⟧{{/isFiltered}}</p>{{/hasRows}}
            {{#isPaged}}<nav class="actions noprint" aria-label="⟦分页|Pages⟧">{{#previous}}<a class="button plain" rel="prev" href="{{.}}">⟦上一页|Previous⟧</a>{{/previous}} <span>{{page}} / {{pageCount}}</span> {{#next}}<a class="button plain" rel="next" href="{{.}}">⟦下一页|Next⟧</a>{{/next}}</nav>{{/isPaged}}
            {{#hasRejected}}<section id="rejected"><h2>⟦无法读取的行|Rows that can't be read⟧ {{rejectedCount}}</h2>
            <table class="stack"><thead><tr><th scope="col">⟦位置|Place⟧</th><th scope="col" class="number">⟦行号|Line⟧</th><th scope="col">⟦原因|Why⟧</th></tr></thead><tbody>{{#rejected}}<tr><td>{{place}}</td><td class="number" data-label="⟦文件行号|Line⟧">{{line}}</td><td>{{reason}}</td></tr>
            {{/rejected}}</tbody></table>{{#moreRejected}}<p>⟦另有{{.}}行，见下载。|{{.}} more are in the download.⟧</p>{{/moreRejected}}</section>{{/hasRejected}}
            <form method="post" action="{{path}}/again" class="actions noprint"><input type="hidden" name="token" value="{{againToken}}"><button class="plain">⟦重新核对列并筛查|Check the columns and screen again⟧</button></form>
            """
    }
#endif

#if Service
    import LegalText
    import NoticeComparison
    import NoticeCorpus
    import RecordModel
    import Reporting
    import Screening

    /// Lays out what the step from one notice to another does to the records of a file.
    struct ImpactLayout {
        let request: ServiceRequest
        let upload: Upload
        let results: ImpactResults

        private var language: LocalizedText.Language { request.pageLanguage }
        private var impact: Impact { results.impact }

        private func value(_ name: String) -> String? { request.filter(name) }

        /// The page with the filters of the request: `verdict` chooses an outcome, `article` a change, `q` words.
        func view() -> ImpactView {
            let outcome = value("verdict").flatMap(Impact.Outcome.init(rawValue:))
            let change = value("article").map { Int($0) }
            let text = value("q")?.lowercased()
            let found = results.rows.filter { row in
                (outcome.map { $0 == row.outcome } ?? true) && (change.map { $0 == row.change } ?? true)
                    && (text.map { text in Self.texts(of: row.record).contains { $0.lowercased().contains(text) } }
                        ?? true)
            }
            let page = ListPage(value("page"), of: found.count)
            let path = "/batch/\(upload.id)"
            func link(_ page: Int) -> String {
                path
                    + PageText.query(
                        ["verdict", "article", "q", "page"].map {
                            (name: $0, value: $0 == "page" ? String(page) : value($0))
                        }
                    )
            }
            let downloads: [(String, String)] = [("csv", "CSV"), ("xlsx", "Excel"), ("ndjson", "NDJSON")]
            let rejects = ("rejects", request.said("无法读取的行（CSV）", "rows that can't be read (CSV)"))
            return ImpactView(
                path: path,
                name: HTMLText.escaped(upload.name),
                step: [results.names.old, results.names.new].map {
                    request.state.corpus.entry(String($0.prefix { $0 != "/" }))?.documentNumber ?? $0
                }.joined(separator: " → "),
                comparePath: "/compare"
                    + PageText.query([(name: "old", value: results.names.old), (name: "new", value: results.names.new)]),
                recordCount: BatchText.number(impact.records),
                screenedCount: BatchText.number(impact.screened),
                changedCount: BatchText.number(impact.changed),
                rejectedCount: impact.rejected == 0 ? nil : BatchText.number(impact.rejected),
                outcomes: Impact.Outcome.allCases.map { outcome in
                    let count = impact.outcomes[outcome] ?? 0
                    return .init(
                        label: ImpactWording.name(of: outcome)[language],
                        count: BatchText.number(count),
                        countPath: count == 0
                            ? nil : path + PageText.query([(name: "verdict", value: outcome.rawValue)])
                    )
                },
                groups: impact.groups.map { group in
                    let row = group.change.map { results.pair.comparison.rows[$0] }
                    return ImpactView.GroupView(
                        title: title(of: group.change),
                        effect: row?.effect.rawValue ?? "editorial",
                        effectLabel: row.map { ChangeWording.name(of: $0.effect)[language] },
                        reason: (row.map { ImpactWording.sentence(of: $0)?[language] ?? "" })
                            ?? ImpactWording.noChange[language],
                        groupCount: BatchText.number(group.count),
                        groupPath: group.count == 0
                            ? nil
                            : path + PageText.query([(name: "article", value: group.change.map(String.init) ?? "-")]),
                        also: group.alsoTouched == 0 ? nil : BatchText.number(group.alsoTouched)
                    )
                },
                downloads: (downloads + (impact.rejected > 0 ? [rejects] : [])).map {
                    .init(path: "\(path)/download?format=\($0.0)", label: $0.1)
                },
                text: value("q") ?? "",
                verdicts: [ChoiceView("", request.said("全部", "all"), isSelected: outcome == nil)]
                    + Impact.Outcome.allCases.filter { impact.outcomes[$0] != nil }.map {
                        ChoiceView($0.rawValue, ImpactWording.name(of: $0)[language], isSelected: $0 == outcome)
                    },
                changes: [ChoiceView("", request.said("全部", "all"), isSelected: value("article") == nil)]
                    + impact.groups.map { group in
                        let key = group.change.map(String.init) ?? "-"
                        return ChoiceView(key, title(of: group.change), isSelected: value("article") == key)
                    },
                isFiltered: ["verdict", "article", "q"].contains { value($0) != nil },
                foundCount: BatchText.number(found.count),
                cut: impact.changed > results.rows.count ? BatchText.number(results.rows.count) : nil,
                rows: found[page.places].map(row),
                hasRows: !found.isEmpty,
                page: page.number,
                pageCount: page.count,
                isPaged: page.count > 1,
                previous: page.previous.map(link),
                next: page.next.map(link),
                againToken: request.formToken
            )
        }

        private static func texts(of record: Record) -> [String] {
            Field.allCases.flatMap(record.texts(of:)) + [record.id].compactMap(\.self)
        }

        private func title(of change: Int?) -> String {
            guard let change else { return request.said("规则不同，条文实质未变", "the rules differ, the clause doesn't") }
            let row = results.pair.comparison.rows[change]
            let names = PassageTitle(language: language)
            return "\(names.text(row.old)) → \(names.text(row.new))"
        }

        private func row(_ row: Impact.Row) -> ImpactView.RowView {
            let evidence = row.finding.evidence
            let name = row.record.name.map { name in
                HTMLText.marked(name, evidence.filter { $0.field == .name }.map(\.span))
            }
            return ImpactView.RowView(
                place: [results.tables.areSeveral ? row.sheet : nil, String(row.row)].compactMap(\.self)
                    .joined(separator: " "),
                title: name ?? HTMLText.escaped(DecisionText.title(of: row.record, in: language)),
                excerpts: MarkedExcerpt.excerpts(of: row.record, evidence, in: language),
                oldLevel: row.old.rawValue,
                oldLabel: Wording.label(of: row.old, in: language),
                newLevel: row.new.rawValue,
                newLabel: Wording.label(of: row.new, in: language),
                outcome: ImpactWording.name(of: row.outcome)[language],
                change: title(of: row.change),
                basis: row.finding.basis.title,
                noticePath: FindingText(language: language).path(row.finding.basis.notice, row.finding.basis.provision),
                why: row.finding.explanation[language]
            )
        }
    }

    /// What the step from one notice to another does to the records of a file.
    struct ImpactView: PageView {
        let path: String
        let name: String
        let step: String
        let comparePath: String
        let recordCount: String
        let screenedCount: String
        let changedCount: String
        let rejectedCount: String?
        let outcomes: [BatchResultsView.Count]
        let groups: [GroupView]
        let downloads: [BatchResultsView.Link]
        let text: String
        let verdicts: [ChoiceView]
        let changes: [ChoiceView]
        let isFiltered: Bool
        let foundCount: String
        let cut: String?
        let rows: [RowView]
        let hasRows: Bool
        let page: Int
        let pageCount: Int
        let isPaged: Bool
        let previous: String?
        let next: String?
        let againToken: String

        struct GroupView {
            let title: String
            let effect: String
            let effectLabel: String?
            let reason: String
            let groupCount: String
            let groupPath: String?
            let also: String?
        }

        struct RowView {
            let place: String
            let title: String
            let excerpts: [VerdictView.Pair]
            let oldLevel: String
            let oldLabel: String
            let newLevel: String
            let newLabel: String
            let outcome: String
            let change: String
            let basis: String
            let noticePath: String
            let why: String
        }

        static let template = """
            <p class="small noprint"><a href="{{comparePath}}">⟦通知对比|Compare⟧</a></p>
            <h1>⟦影响测算|Impact⟧⟦：|: ⟧{{{name}}}</h1>
            <p><a href="{{comparePath}}">{{step}}</a></p>
            <ul class="totals"><li><b>{{recordCount}}</b>⟦条记录|records⟧</li><li><b>{{screenedCount}}</b>⟦条含有关词语，已按两份通知筛查|hold a word that matters, and were screened under both⟧</li><li><b>{{changedCount}}</b>⟦条有变化|change⟧</li>{{#rejectedCount}}<li><b>{{.}}</b>⟦行无法读取|can't be read⟧</li>{{/rejectedCount}}</ul>
            <ul class="totals">{{#outcomes}}<li><b>{{count}}</b>{{#countPath}}<a href="{{.}}">{{label}}</a>{{/countPath}}{{^countPath}}{{label}}{{/countPath}}</li>{{/outcomes}}</ul>
            <p class="downloads noprint"><strong>⟦下载|Download⟧</strong>⟦：|: ⟧{{#downloads}}<a href="{{path}}" download>{{label}}</a> {{/downloads}}</p>
            <h2>⟦由哪处变化引起|Which change of the text causes it⟧</h2>
            <table class="stack impact-groups"><thead><tr><th scope="col">⟦旧条文 → 新条文|Old → new⟧</th><th scope="col">⟦影响|Effect⟧</th><th scope="col">⟦理由|Why⟧</th><th scope="col" class="number">⟦记录|Records⟧</th><th scope="col" class="number">⟦另触及|Also⟧</th></tr></thead>
            <tbody>{{#groups}}<tr><th scope="row">{{title}}</th><td>{{#effectLabel}}<span class="badge {{effect}}">{{.}}</span>{{/effectLabel}}</td><td>{{reason}}</td><td class="number" data-label="⟦记录|Records⟧">{{#groupPath}}<a href="{{.}}">{{groupCount}}</a>{{/groupPath}}{{^groupPath}}{{groupCount}}{{/groupPath}}</td><td class="number" data-label="⟦另触及|Also⟧">{{#also}}{{.}}{{/also}}</td></tr>
            {{/groups}}</tbody></table>
            <h2>⟦结论有变化的记录|Records that change⟧</h2>
            <form method="get" action="{{path}}" class="noprint" role="search" aria-label="⟦筛选|Filter⟧"><div class="row filters">
            <div><label for="q">⟦文字|Text⟧</label><input type="search" id="q" name="q" value="{{text}}" maxlength="256"></div>
            <div><label for="verdict">⟦变化|What becomes of it⟧</label><select id="verdict" name="verdict" data-send>{{#verdicts}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/verdicts}}</select></div>
            <div><label for="article">⟦条文变化|Change of the text⟧</label><select id="article" name="article" data-send>{{#changes}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/changes}}</select></div>
            <p class="fixed"><button class="plain">⟦筛选|Filter⟧</button>{{#isFiltered}} <a href="{{path}}">⟦清除|Clear⟧</a>{{/isFiltered}}</p></div></form>
            {{#cut}}<p class="small">⟦此处只列前{{.}}条，全部见下载。|The first {{.}} are listed here; all are in the downloads.⟧</p>{{/cut}}
            {{#hasRows}}<table class="stack results impact-rows"><caption>{{foundCount}} ⟦条|records⟧{{#isPaged}} · {{page}} / {{pageCount}} ⟦页|pages⟧{{/isPaged}}</caption><thead><tr><th scope="col" class="number">⟦行|Row⟧</th><th scope="col">⟦记录|Record⟧</th><th scope="col">⟦旧|Old⟧</th><th scope="col">⟦新|New⟧</th><th scope="col">⟦条文变化与理由|Change and reason⟧</th></tr></thead>
            <tbody>{{#rows}}<tr><td class="number" data-label="⟦行|Row⟧">{{place}}</td><td><strong>{{{title}}}</strong>{{#excerpts}}<br><span class="small">{{key}}</span> {{{html}}}{{/excerpts}}</td><td data-label="⟦旧|Old⟧"><span class="badge {{oldLevel}}">{{oldLabel}}</span></td><td data-label="⟦新|New⟧"><span class="badge {{newLevel}}">{{newLabel}}</span></td><td><p class="ground">{{change}} · <a href="{{noticePath}}">{{basis}}</a></p><p class="small">{{why}}</p></td></tr>
            {{/rows}}</tbody></table>{{/hasRows}}
            {{^hasRows}}<p class="advice">⟦没有结论变化的记录。|No record changes.⟧</p>{{/hasRows}}
            {{#isPaged}}<nav class="actions noprint" aria-label="⟦分页|Pages⟧">{{#previous}}<a class="button plain" rel="prev" href="{{.}}">⟦上一页|Previous⟧</a>{{/previous}} <span>{{page}} / {{pageCount}}</span> {{#next}}<a class="button plain" rel="next" href="{{.}}">⟦下一页|Next⟧</a>{{/next}}</nav>{{/isPaged}}
            <form method="post" action="{{path}}/again" class="actions noprint"><input type="hidden" name="token" value="{{againToken}}"><button class="plain">⟦重新核对列并测算|Check the columns and run again⟧</button></form>
            """
    }
#endif

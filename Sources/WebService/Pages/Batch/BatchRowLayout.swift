#if Service
    import DecisionLog
    import LegalText
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// Lays out rows of a batch, with how their findings stand in the log.
    struct BatchRowLayout {
        let request: ServiceRequest
        let upload: Upload
        let results: BatchResults

        private var language: LocalizedText.Language { request.pageLanguage }

        /// The rows at `indices`; one whose record can't be read back is left out.
        func rows(_ indices: [Int]) async throws -> [BatchRowView] {
            let pack = results.pack
            let screened = try await request.service.threads.run { [results] in
                var scratch = EvaluationScratch()
                return indices.compactMap { index in
                    results.rows.record(at: index).map { ($0, pack.pack.verdict(on: $0, scratch: &scratch), index) }
                }
            }
            let standings: [[Standing]]
            do {
                standings = try await request.service.decisions.standings(
                    of: screened.map { record, verdict, _ in
                        (RecordFingerprint(record), Ground.grounds(of: verdict, in: pack.pack))
                    },
                    for: request.caller.role >= .officer ? .officer : .viewer
                )
            } catch {
                throw error.problem
            }
            let titles = Dictionary(pack.description.rules.map { ($0.id, $0.title) }) { first, _ in first }
            return zip(screened, standings).map { one, standings in
                row(one.2, one.0, one.1, standings, titles)
            }
        }

        private func row(
            _ index: Int,
            _ record: Record,
            _ verdict: Verdict,
            _ standings: [Standing],
            _ titles: [String: LocalizedText]
        ) -> BatchRowView {
            let entry = results.rows.entries[index]
            let evidence = verdict.findings.flatMap(\.evidence)
            let text = FindingText(language: language)
            let remarks = RecordRemarks(termDates: results.pack.description.termDates).remarks(on: record, verdict)
            let sheet = results.tables.areSeveral ? results.tables.sheets[Int(entry.table)] : nil
            var seen: Set<String> = []
            let mayDecide = request.caller.role >= .officer && request.caller.formOwner != nil
            return BatchRowView(
                index: index,
                place: [sheet, String(entry.row)].compactMap(\.self).joined(separator: " "),
                level: entry.level.rawValue,
                label: Wording.label(of: entry.level, in: language),
                title: title(of: record, evidence),
                excerpts: MarkedExcerpt.excerpts(of: record, evidence, in: language),
                whole: VerdictBuilder.pairs(of: record, evidence, in: language),
                remarks: remarks.map { $0.text[language] },
                grounds: verdict.findings.filter { seen.insert($0.rule).inserted }.map { finding in
                    let quote = finding.basis.quote(in: language)
                    return BatchRowView.GroundView(
                        groundLevel: finding.verdict.rawValue,
                        groundLabel: Wording.label(of: finding.verdict, in: language),
                        basis: finding.basis.title,
                        noticePath: text.path(finding.basis.notice, finding.basis.provision),
                        ruleTitle: titles[finding.rule]?[language] ?? finding.rule,
                        rulePath: "/rules/\(finding.rule)",
                        why: finding.explanation[language],
                        doubts: finding.doubts.map(\.reason[language]),
                        quote: quote?.text,
                        quoteLanguage: quote?.language == .en ? "en" : "zh-Hans",
                        status: quote.map { Wording.status($0.status)[language] }
                    )
                },
                standings: summaries(of: standings),
                isDecided: standings.contains { $0.disposition != nil },
                form: mayDecide
                    ? .init(
                        action: "/batch/\(upload.id)/rows/\(index)",
                        formToken: request.formToken,
                        kinds: [ChoiceView("", request.said("请选择", "choose"), isSelected: true)]
                            + DecisionText.kinds(in: language, withRectified: false),
                        asksOperator: request.caller.proof == .local,
                        operatorName: request.operatorName(nil)
                    ) : nil
            )
        }

        /// How the findings stand, each way once.
        private func summaries(of standings: [Standing]) -> [String] {
            var seen: Set<String> = []
            return standings.filter { $0.disposition != nil }.map { $0.summary[language] }
                .filter { seen.insert($0).inserted }
        }

        /// What the row is called, with what fired in it.
        private func title(of record: Record, _ evidence: [Evidence]) -> String {
            if let name = record.name {
                return HTMLText.marked(name, evidence.filter { $0.field == .name }.map(\.span))
            }
            return HTMLText.escaped(DecisionText.title(of: record, in: language))
        }
    }

    /// A long text cut down to the marked places and some words around each.
    enum MarkedExcerpt {
        /// How many letters stand on each side of a mark.
        private static let margin = 24

        /// The texts of `record` beside the name in which something fired, as far as it takes to see why.
        static func excerpts(
            of record: Record,
            _ evidence: [Evidence],
            in language: LocalizedText.Language
        ) -> [VerdictView.Pair] {
            Field.allCases.filter { $0 != .name }.flatMap { field in
                record.texts(of: field).enumerated().compactMap { index, text in
                    let spans = evidence.filter { $0.field == field && $0.index == index }.map(\.span)
                    guard !spans.isEmpty else { return nil }
                    return VerdictView.Pair(
                        key: Wording.name(of: field)[language].capitalizedFirst,
                        html: html(text, spans)
                    )
                }
            }
        }

        /// The text with `spans` marked and the rest cut, with `…` where something was left out.
        static func html(_ text: String, _ spans: [TextSpan]) -> String {
            guard text.unicodeScalars.count > 160 else { return HTMLText.marked(text, spans) }
            let bytes = Array(text.utf8)
            var windows: [TextSpan] = []
            for span in spans.sorted() where span.end <= bytes.count {
                let start = moved(span.start, by: -margin, in: bytes)
                let end = moved(span.end, by: margin, in: bytes)
                if let last = windows.last, start <= last.end {
                    windows[windows.count - 1] = TextSpan(start: last.start, end: max(last.end, end))
                } else {
                    windows.append(TextSpan(start: start, end: end))
                }
            }
            var html = ""
            for window in windows {
                if window.start > 0 { html += "…" }
                let part = String(decoding: bytes[window.start..<window.end], as: UTF8.self)
                let marks = spans.filter { $0.start >= window.start && $0.end <= window.end }.map {
                    TextSpan(start: $0.start - window.start, end: $0.end - window.start)
                }
                html += HTMLText.marked(part, marks)
            }
            return html + ((windows.last?.end ?? 0) < bytes.count ? "…" : "")
        }

        /// The place `count` scalars before or behind `offset`.
        private static func moved(_ offset: Int, by count: Int, in bytes: [UInt8]) -> Int {
            var place = offset
            for _ in 0..<abs(count) {
                if count < 0 {
                    guard place > 0 else { return 0 }
                    place -= 1
                    while place > 0, bytes[place] & 0xC0 == 0x80 { place -= 1 }
                } else {
                    guard place < bytes.count else { return bytes.count }
                    place += 1
                    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
                }
            }
            return place
        }
    }

    /// One row of a batch.
    struct BatchRowView: PageView {
        let index: Int
        let place: String
        let level: String
        let label: String
        let title: String
        let excerpts: [VerdictView.Pair]
        let whole: [VerdictView.Pair]
        let remarks: [String]
        let grounds: [GroundView]
        let standings: [String]
        let isDecided: Bool
        let form: FormView?
        var fault: String?
        var path: String?

        struct GroundView {
            let groundLevel: String
            let groundLabel: String
            let basis: String
            let noticePath: String
            let ruleTitle: String
            let rulePath: String
            let why: String
            let doubts: [String]
            let quote: String?
            let quoteLanguage: String
            let status: String?
        }

        /// What it takes to decide the row.
        struct FormView {
            let action: String
            let formToken: String
            let kinds: [ChoiceView]
            let asksOperator: Bool
            let operatorName: String
        }

        static let template = """
            <tr id="row-{{index}}" data-row="{{place}}" tabindex="-1" class="{{level}}-row{{#isDecided}} decided{{/isDecided}}"><td class="number" data-label="⟦行|Row⟧">{{place}}</td>
            <td><span class="badge {{level}}">{{label}}</span></td>
            <td><strong>{{{title}}}</strong>{{#excerpts}}<br><span class="small">{{key}}</span> {{{html}}}{{/excerpts}}{{#remarks}}<br><span class="small">{{.}}</span>{{/remarks}}
            <details class="more"><summary>⟦全文与理由|Whole text and reasons⟧</summary><dl class="pairs record">{{#whole}}<div><dt>{{key}}</dt><dd>{{{html}}}</dd></div>{{/whole}}</dl>
            {{#grounds}}<p><span class="badge {{groundLevel}}">{{groundLabel}}</span> {{why}}{{#doubts}} <span class="soft">⟦存疑|doubt⟧⟦：|: ⟧{{.}}</span>{{/doubts}}</p>{{#quote}}<blockquote lang="{{quoteLanguage}}">{{.}}</blockquote>{{/quote}}{{#status}}<p class="status">⟦条文来源|Text⟧⟦：|: ⟧{{.}}</p>{{/status}}{{/grounds}}</details></td>
            <td data-label="⟦依据|Basis⟧">{{#grounds}}<p class="ground"><a href="{{noticePath}}">{{basis}}</a><br><a class="small" href="{{rulePath}}">{{ruleTitle}}</a></p>{{/grounds}}</td>
            <td>{{#standings}}<p class="standing">{{.}}</p>{{/standings}}{{#fault}}<p class="wrong" role="alert">{{.}}</p>{{/fault}}
            {{#form}}<details class="decide noprint"{{#fault}} open{{/fault}}><summary>⟦处置|Decide⟧</summary><form method="post" action="{{action}}">
            <input type="hidden" name="token" value="{{formToken}}">
            <label>⟦处置|Disposition⟧ <select name="kind" required>{{#kinds}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/kinds}}</select></label>
            <label data-kinds="waived rectification-due reported">⟦日期|Day⟧ <input type="date" name="day"></label>
            <label data-kinds="reported">⟦报告对象|Reported to⟧ <input name="party" maxlength="200"></label>
            <label>⟦理由或说明|Reason⟧ <input name="note" maxlength="4000" autocomplete="off"></label>
            {{#asksOperator}}<label>⟦操作人|Operator⟧ <input name="operator" value="{{operatorName}}" required maxlength="100" autocomplete="name"></label>{{/asksOperator}}
            <button>⟦记录|Record⟧</button></form></details>{{/form}}</td></tr>
            """
    }
#endif

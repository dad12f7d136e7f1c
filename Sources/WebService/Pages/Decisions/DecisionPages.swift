#if Service
    import DecisionLog
    import HTTPTypes
    import Hummingbird
    import LegalText
    import RecordModel
    import Reporting
    import RuleEngine

    /// The log of decisions, one decision, and what is decided of it.
    struct DecisionPages: RouteGroup {
        let pages: PageRenderer

        /// How many decisions a page lists.
        private static let rowsOfPage = 50

        private static let filters = [
            "verdict", "state", "rule", "name", "record", "person", "from", "until", "reported", "after",
        ]

        var routes: [Route] {
            let filters = Self.filters.map { RouteParameter.query($0, .text(limit: 256), "A filter.") }
            let saved = RouteParameter.query("saved", .text(limit: 20), "What was just done.")
            let id = RouteParameter.path("id", "The decision's id.")
            return [
                .page(.get, "/decisions", parameters: filters) { try await list($0) },
                .page(.get, "/decisions/verification", role: .officer) { try await verify($0) },
                .page(
                    .get,
                    "/decisions/export",
                    role: .officer,
                    parameters: [.query("format", .choice(["csv", "ndjson"]), isRequired: true, "The form.")]
                ) { export($0) },
                .page(.get, "/decisions/{id}", parameters: [id, saved]) { request in
                    let saved =
                        switch request.query["saved"] {
                        case "decision": request.said("已写入决定记录。", "Recorded.")
                        case "disposition": request.said("处置已记录。", "The disposition was recorded.")
                        case "answer": request.said("复核意见已记录。", "The answer was recorded.")
                        default: nil as String?
                        }
                    return try await show(request.parameters["id"] ?? "", request, saved: saved)
                },
                .page(.post, "/decisions", role: .officer) { try await DecisionKeeping().keep($0, show) },
                .page(.post, "/decisions/{id}", role: .officer, parameters: [id]) {
                    try await DecisionKeeping().dispose($0, show)
                },
                .page(.post, "/decisions/answers/{id}", role: .officer, parameters: [id]) {
                    try await DecisionKeeping().answer($0)
                },
            ]
        }

        // MARK: - The list

        private func list(_ request: ServiceRequest) async throws -> Response {
            let language = request.pageLanguage
            let isOfficer = request.caller.role >= .officer
            let rules = request.state.currentRules
            let value = request.filter
            var fault: String?
            let (query, wrong) = Self.query(value, isOfficer: isOfficer)
            if let wrong { fault = wrong[language] }
            do {
                let page = try await request.service.decisions.decisions(
                    query,
                    under: rules,
                    for: isOfficer ? .officer : .viewer
                )
                let summary = try await request.service.decisions.summary(under: rules)
                let kept = Self.filters.filter { $0 != "after" }.map { (name: $0, value: value($0)) }
                let view = DecisionListView(
                    total: summary.decisions,
                    counts: Verdict.Level.allCases.reversed().compactMap { level in
                        summary.verdicts[level].map {
                            .init(
                                label: Wording.label(of: level, in: language),
                                count: $0,
                                path: "/decisions?verdict=\(level.rawValue)"
                            )
                        }
                    },
                    open: Standing.State.allCases.compactMap { state in
                        summary.states[state].map {
                            .init(label: state.label[language], count: $0, path: "/decisions?state=\(state.rawValue)")
                        }
                    },
                    verdicts: [ChoiceView("", request.said("全部", "all"), isSelected: value("verdict") == nil)]
                        + Verdict.Level.allCases.reversed().map {
                            ChoiceView(
                                $0.rawValue,
                                Wording.label(of: $0, in: language),
                                isSelected: value("verdict") == $0.rawValue
                            )
                        },
                    states: [ChoiceView("", request.said("全部", "all"), isSelected: value("state") == nil)]
                        + Standing.State.allCases.map {
                            ChoiceView($0.rawValue, $0.label[language], isSelected: value("state") == $0.rawValue)
                        },
                    ruleOptions: [ChoiceView("", request.said("全部", "all"), isSelected: value("rule") == nil)]
                        + request.state.packs.keys.sorted(by: >).flatMap { id in
                            (request.state.packs[id]?.pack.ruleIDs ?? []).map {
                                ChoiceView($0, $0, isSelected: value("rule") == $0)
                            }
                        },
                    name: value("name") ?? "",
                    person: value("person") ?? "",
                    from: value("from") ?? "",
                    until: value("until") ?? "",
                    record: value("record") ?? "",
                    reports: [
                        ChoiceView("", request.said("全部", "all"), isSelected: value("reported") == nil),
                        ChoiceView("true", request.said("已报告", "reported"), isSelected: value("reported") == "true"),
                        ChoiceView("false", request.said("未报告", "not"), isSelected: value("reported") == "false"),
                    ],
                    isOfficer: isOfficer,
                    fault: fault,
                    rows: page.decisions.map { Self.row($0, in: language) },
                    next: page.next.map { "/decisions" + PageText.query(kept + [("after", $0)]) },
                    isFiltered: kept.contains { $0.value != nil },
                    exportPath: "/decisions/export",
                    verification: nil
                )
                return pages.page(view, title: PagePart.decisions.label, part: .decisions, for: request)
            } catch {
                throw error.problem
            }
        }

        private static func row(
            _ listed: ListedDecision,
            in language: LocalizedText.Language
        ) -> DecisionListView.Row {
            let decision = listed.decision
            return DecisionListView.Row(
                path: "/decisions/\(decision.id)",
                day: PageText.moment(decision.time),
                title: HTMLText.escaped(DecisionText.title(of: decision.record, in: language)),
                level: decision.verdict.rawValue,
                label: Wording.label(of: decision.verdict, in: language),
                rules: decision.grounds.map { ($0.rule.split(separator: "/").last).map(String.init) ?? $0.rule }
                    .joined(separator: ", "),
                states: DecisionText.states(of: listed, in: language),
                who: decision.person
            )
        }

        /// The query that filters make, and what is wrong with one of them.
        static func query(
            _ value: (String) -> String?,
            isOfficer: Bool
        ) -> (query: DecisionQuery, fault: LocalizedText?) {
            var query = DecisionQuery(limit: rowsOfPage)
            var fault: LocalizedText?
            query.verdict = value("verdict").flatMap(Verdict.Level.init(rawValue:))
            query.state = value("state").flatMap(Standing.State.init(rawValue:))
            query.rule = value("rule")
            query.name = value("name")
            query.recordID = value("record")
            query.person = value("person")
            query.after = value("after")
            if isOfficer { query.isReported = value("reported").map { $0 == "true" } }
            if let from = value("from") {
                query.from = LogTime(from)
                if query.from == nil {
                    fault = LocalizedText(zh: "“起”应为2026-02-06这样的日期", en: "From: expected a day such as 2026-02-06")
                }
            }
            if let until = value("until") {
                // The last day is counted in.
                query.before = LogTime(until).map { LogTime(milliseconds: $0.milliseconds + 86_400_000) }
                if query.before == nil {
                    fault = LocalizedText(zh: "“止”应为2026-02-06这样的日期", en: "To: expected a day such as 2026-02-06")
                }
            }
            return (query, fault)
        }

        // MARK: - One decision

        /// The page of one decision; `fault` is what was wrong with the form that was sent.
        @Sendable private func show(
            _ id: String,
            _ request: ServiceRequest,
            saved: String? = nil,
            fault: LocalizedText? = nil,
            form typed: FormFields? = nil
        ) async throws -> Response {
            let audience: Audience = request.caller.role >= .officer ? .officer : .viewer
            let rules = request.state.currentRules
            do {
                guard let listed = try await request.service.decisions.decision(id, under: rules, for: audience),
                    let history = try await request.service.decisions.history(of: id, for: audience)
                else { throw DecisionStoreError(.unknown(id)) }
                let view = DecisionLayout(request: request, listed: listed, history: history)
                    .view(saved: saved, fault: fault?[request.pageLanguage], typed: typed)
                return pages.page(
                    view,
                    title: LocalizedText(
                        zh: "决定 \(DecisionText.title(of: listed.decision.record, in: .zh))",
                        en: "Decision \(DecisionText.title(of: listed.decision.record, in: .en))"
                    ),
                    part: .decisions,
                    for: request,
                    status: fault == nil ? .ok : .unprocessableContent
                )
            } catch let error as DecisionStoreError {
                throw error.problem
            }
        }

        // MARK: - Verification and export

        private func verify(_ request: ServiceRequest) async throws -> Response {
            let start = MonotonicTime.now
            let result: LogVerification
            do {
                result = try await request.service.decisions.verify()
            } catch {
                throw error.problem
            }
            let tenths = Int(MonotonicTime.seconds(since: start) * 10)
            let view = VerificationView(
                isSound: result.fault == nil,
                finding: result.fault.map {
                    request.said("校验不通过：", "The log does not verify: ") + $0.message[request.pageLanguage]
                }
                    ?? request.said(
                        "校验通过：\(result.head.number)条记录前后相连，未见改动。",
                        "The log verifies: \(result.head.number) entries, none changed."
                    ),
                head: result.head.description,
                seconds: "\(tenths / 10).\(tenths % 10)"
            )
            return pages.page(view, title: LocalizedText(zh: "校验", en: "Verification"), part: .decisions, for: request)
        }

        /// Every entry, some hundred at a time.
        private func export(_ request: ServiceRequest) -> Response {
            let isTable = request.query["format"] == "csv"
            let body = ResponseBody { [log = request.service.decisions] writer in
                if isTable { try await writer.write(ByteBuffer(string: "\u{FEFF}" + Self.line(KeptEntry.header))) }
                var last = 0
                while true {
                    let entries = try await log.entries(after: last)
                    guard let end = entries.last else { break }
                    var text = ""
                    for entry in entries { text += isTable ? Self.line(try entry.cells()) : entry.line }
                    try await writer.write(ByteBuffer(string: text))
                    last = end.number
                }
                try await writer.finish(nil)
            }
            let name = isTable ? "decisions.csv" : "decisions.ndjson"
            return Response(
                status: .ok,
                headers: [
                    .contentType: isTable ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"\(name)\"",
                ],
                body: body
            )
        }

        private static func line(_ cells: [String]) -> String {
            cells.map { cell in
                // A table program must not take a cell for a formula.
                let safe = cell.first.map { "=+-@\t\r".contains($0) } == true ? "'" + cell : cell
                guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
                return "\"" + safe.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: ",") + "\r\n"
        }
    }
#endif

#if Service
    import Hummingbird
    import LegalText
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening
    import Synchronization

    /// The order in which people look for rules: by article, then by id.
    enum RuleOrder {
        /// What rules are sorted by.
        static func key(of rule: PackDescription.RuleDescription) -> (Int, String) {
            let parts = rule.basis.provision.split(separator: "_")
            return (parts.dropFirst().first.flatMap { Int($0) } ?? Int.max, rule.id)
        }
    }

    /// Whether the cases of packs come out as they say; each pack's are run once, since a pack never changes.
    final class CaseOutcomes: Sendable {
        private let known = Mutex<[String: [String: [Bool]]]>([:])

        /// Whether each case of each rule of `pack` comes out as it says.
        func held(_ pack: LoadedPack) -> [String: [Bool]] {
            if let held = known.withLock({ $0[pack.identity.digest] }) { return held }
            var scratch = EvaluationScratch()
            var held: [String: [Bool]] = [:]
            for one in pack.contents.cases {
                held[one.rule, default: []].append(pack.pack.holds(one, scratch: &scratch))
            }
            known.withLock { $0[pack.identity.digest] = held }
            return held
        }
    }

    /// How the current rules do on the labelled records; measured once, since neither ever changes.
    final class LabelledAccuracy: Sendable {
        private let known = Mutex<(digest: String, report: AccuracyReport)?>(nil)

        /// The report on `pack`; `nil` where it isn't the current one, to which the labels belong, or no record has a label.
        func report(_ pack: LoadedPack, _ state: EngineState) -> AccuracyReport? {
            guard pack.identity.id == state.currentPack, !state.labelled.isEmpty else { return nil }
            if let known = known.withLock({ $0 }), known.digest == pack.identity.digest { return known.report }
            let report = AccuracyReport(of: state.labelled, under: pack.pack)
            known.withLock { $0 = (pack.identity.digest, report) }
            return report
        }

        /// A share as people read it, such as `38 / 40`; `nil` where there is nothing to count among.
        static func text(_ share: AccuracyReport.Share?) -> String? {
            guard let share, share.whole > 0 else { return nil }
            return "\(share.part) / \(share.whole)"
        }

        /// The same with the percentage and the bounds between which the true share lies.
        static func wholeText(_ share: AccuracyReport.Share?) -> String? {
            guard let share, let text = text(share), let interval = share.interval else { return nil }
            return "\(text) (\(percent(share.value)), \(percent(interval.low))–\(percent(interval.high)))"
        }

        private static func percent(_ share: Double) -> String {
            let tenths = Int((share * 1000).rounded())
            return "\(tenths / 10).\(tenths % 10) %"
        }
    }

    /// The rules, and trying a record against one.
    struct RulePages: RouteGroup {
        let pages: PageRenderer
        private let outcomes = CaseOutcomes()
        private let accuracy = LabelledAccuracy()

        init(pages: PageRenderer) {
            self.pages = pages
        }

        var routes: [Route] {
            let id = RouteParameter.path("id", "The rule's id.")
            return [
                .page(.get, "/rules", parameters: [.query("pack", .text(limit: 100), "The pack.")]) { try list($0) },
                .page(.get, "/rules/{id+}", parameters: [id]) { try rule($0, nil) },
                .page(.post, "/rules/{id+}", parameters: [id]) { try rule($0, try await $0.form()) },
            ]
        }

        // MARK: - The list

        private func list(_ request: ServiceRequest) throws -> Response {
            let language = request.pageLanguage
            let pack = try request.state.pack(request.filter("pack"))
            let notice = pack.contents.notice
            let entry = request.state.corpus.entry(notice)
            let held = outcomes.held(pack)
            let report = accuracy.report(pack, request.state)
            var groups: [RulesView.ArticleGroup] = []
            var rows: [RulesView.Row] = []
            let sorted = pack.description.rules.sorted { RuleOrder.key(of: $0) < RuleOrder.key(of: $1) }
            for (index, rule) in sorted.enumerated() {
                let cases = held[rule.id] ?? []
                rows.append(
                    RulesView.Row(
                        path: "/rules/\(rule.id)",
                        title: rule.title[language],
                        rule: Self.name(of: rule.id),
                        level: rule.verdict.rawValue,
                        label: Wording.label(of: rule.verdict, in: language),
                        ban: Wording.name(of: rule.ban)[language],
                        cases: cases.count,
                        held: cases.count { $0 },
                        isWhole: cases.allSatisfy { $0 },
                        precision: LabelledAccuracy.text(report?.rules[Self.name(of: rule.id)]?.precision) ?? "–",
                        recall: LabelledAccuracy.text(report?.rules[Self.name(of: rule.id)]?.recall) ?? "–"
                    )
                )
                if index + 1 < sorted.count, sorted[index + 1].basis.title == rule.basis.title { continue }
                groups.append(
                    RulesView.ArticleGroup(
                        article: rule.basis.title,
                        articlePath: FindingText(language: .zh).path(rule.basis.notice, rule.basis.provision),
                        quote: nil,
                        quoteLanguage: "zh-Hans",
                        status: rule.basis.quote(in: language).map { Wording.status($0.status)[language] },
                        rows: rows
                    )
                )
                rows = []
            }
            let all = held.values.flatMap(\.self)
            let view = RulesView(
                packs: request.state.packs.keys.sorted(by: >).map { id in
                    let number = request.state.corpus.entry(id)?.documentNumber ?? id
                    return ChoiceView(id, number, isSelected: id == pack.identity.id)
                },
                number: entry?.documentNumber ?? notice,
                digest: pack.identity.digest,
                noticePath: "/notices/\(notice)",
                ruleCount: sorted.count,
                caseCount: all.count,
                heldCount: all.count { $0 },
                labelled: report.map { Self.totals($0, request) },
                articles: groups
            )
            return pages.page(view, title: PagePart.rules.label, part: .rules, for: request)
        }

        /// A rule's name without its pack.
        private static func name(of rule: String) -> String {
            rule.split(separator: "/").last.map(String.init) ?? rule
        }

        /// What the whole pack does on the labelled records.
        private static func totals(_ report: AccuracyReport, _ request: ServiceRequest) -> RulesView.Labelled {
            func fact(_ zh: String, _ en: String, _ measure: AccuracyReport.Measure) -> RuleView.Fact {
                .init(key: request.said(zh, en), value: LabelledAccuracy.wholeText(report.share(measure)) ?? "–")
            }
            return .init(
                labelledCount: report.share(.exact).whole,
                measures: [
                    fact("结论与标注相同", "The verdict is the label's", .exact),
                    fact("应命中的，命中了", "Of those to be flagged, flagged", .flaggedRecall),
                    fact("命中的，确应命中", "Of those flagged, rightly", .flaggedPrecision),
                    fact("标注为禁止的，结论为禁止", "Of those labelled prohibited, found so", .prohibitedRecall),
                    fact("结论为禁止的，标注不轻于此", "Of those found prohibited, rightly", .prohibitedPrecision),
                ]
            )
        }

        // MARK: - One rule

        private func rule(_ request: ServiceRequest, _ form: FormFields?) throws -> Response {
            let language = request.pageLanguage
            let id = request.parameters["id"] ?? ""
            let pack = try request.state.pack(String(id.prefix { $0 != "/" }))
            guard let rule = pack.contents.rules.first(where: { $0.id == id }),
                let basis = pack.pack.basis(of: id)
            else { throw RuleRoutes.unknownRule(id, in: pack) }
            var scratch = EvaluationScratch()
            let cases = pack.contents.cases.filter { $0.rule == id }.map { one in
                RuleView.CaseView(
                    caseName: one.name,
                    html: Self.html(
                        of: one.record,
                        pack.pack.verdict(on: one.record, scratch: &scratch),
                        rule: id,
                        language
                    ),
                    expectedLevel: one.expected.rawValue,
                    expected: Wording.label(of: one.expected, in: language),
                    holds: pack.pack.holds(one, scratch: &scratch)
                )
            }
            let input = CheckInput { form?.text($0) }
            let view = RuleView(
                id: id,
                title: rule.title[language],
                level: rule.verdict.rawValue,
                label: Wording.label(of: rule.verdict, in: language),
                basis: basis.title,
                noticePath: FindingText(language: .zh).path(basis.notice, basis.provision),
                packPath: "/rules?pack=\(pack.identity.id)",
                quotes: basis.quotes.map {
                    RuleView.QuoteView(
                        quote: $0.text,
                        quoteLanguage: $0.language == .zh ? "zh-Hans" : "en",
                        status: Wording.status($0.status)[language]
                    )
                },
                facts: Self.facts(of: rule, in: request)
                    + Self.facts(accuracy.report(pack, request.state)?.rules[Self.name(of: id)], request),
                concepts: Set(rule.concepts).sorted().compactMap { name in
                    pack.lexicon.concepts[name].map { concept in
                        let terms = concept.groups.flatMap(\.terms).map(\.text)
                        return RuleView.ConceptView(
                            conceptTitle: concept.title[language],
                            concept: name,
                            terms: terms.joined(separator: language == .zh ? "、" : ", "),
                            count: terms.count
                        )
                    }
                },
                cases: cases,
                heldCount: cases.count { $0.holds },
                caseCount: cases.count,
                name: input["name"] ?? "",
                scope: input["scope"] ?? "",
                description: input["description"] ?? "",
                answer: input.isBlank ? nil : Self.answer(to: input.record, rule: id, pack, language)
            )
            return pages.page(view, title: rule.title, part: .rules, for: request)
        }

        private static func facts(of rule: Rule, in request: ServiceRequest) -> [RuleView.Fact] {
            let language = request.pageLanguage
            let comma = request.said("、", ", ")
            let territory =
                switch rule.territory {
                case .any: request.said("不限", "anywhere")
                case .domestic: request.said("境内", "in the country")
                case .inbound: request.said("境外对境内", "from abroad into the country")
                case .outbound: request.said("境内主体在境外", "abroad, by domestic parties")
                }
            var facts: [RuleView.Fact] = [
                .init(key: request.said("类型", "Kind"), value: Wording.name(of: rule.ban)[language]),
                .init(
                    key: request.said("读取字段", "Reads"),
                    value: Field.allCases.filter(rule.fields.contains).map { Wording.name(of: $0)[language] }
                        .joined(separator: comma)
                ),
                .init(key: request.said("地域", "Where"), value: territory),
                .init(
                    key: request.said("取向", "Errs towards"),
                    value: rule.errs == .inclusive
                        ? request.said("宁可多复核，不可漏过", "a review rather than a miss")
                        : request.said("宁可漏过，不可误报", "a miss rather than a review")
                ),
            ]
            for requirement in rule.requirements {
                facts.append(.init(key: request.said("缺则复核", "Review unless"), value: requirement.reason[language]))
            }
            for doubt in rule.doubts {
                facts.append(.init(key: request.said("有则复核", "Review where"), value: doubt.reason[language]))
            }
            if let cure = rule.cure {
                let grantor = cure.grantor.map { request.said("（由\($0.zh)）", " (from \($0.en))") } ?? ""
                facts.append(
                    .init(key: request.said("可解除", "Would lift it"), value: cure.requirement[language] + grantor)
                )
            }
            if let authority = rule.authority {
                facts.append(.init(key: request.said("主管", "In charge"), value: authority[language]))
            }
            return facts
        }

        private static func facts(_ tally: AccuracyReport.Tally?, _ request: ServiceRequest) -> [RuleView.Fact] {
            let parts = [
                (request.said("查准（标注记录）", "Precision, on labelled records"), tally?.precision),
                (request.said("查全（标注记录）", "Recall, on labelled records"), tally?.recall),
            ]
            return parts.compactMap { key, share in
                LabelledAccuracy.wholeText(share).map { .init(key: key, value: $0) }
            }
        }

        private static func html(
            of record: Record,
            _ verdict: Verdict,
            rule: String,
            _ language: LocalizedText.Language
        ) -> String {
            let evidence = verdict.findings.filter { $0.rule == rule }.flatMap(\.evidence)
            return VerdictBuilder.pairs(of: record, evidence, in: language)
                .map { "<span class=\"small\">\(HTMLText.escaped($0.key))</span> \($0.html)" }.joined(separator: "<br>")
        }

        private static func answer(
            to record: Record,
            rule: String,
            _ pack: LoadedPack,
            _ language: LocalizedText.Language
        ) -> RuleView.Answer {
            var scratch = EvaluationScratch()
            let verdict = pack.pack.verdict(on: record, scratch: &scratch)
            let findings = verdict.findings.filter { $0.rule == rule }
            let text = FindingText(language: language)
            if let worst = findings.max(by: { $0.verdict < $1.verdict }) {
                return RuleView.Answer(
                    fired: true,
                    answerLevel: worst.verdict.rawValue,
                    answerLabel: Wording.label(of: worst.verdict, reasons: worst.doubts.map(\.reason), in: language),
                    record: VerdictBuilder.pairs(of: record, findings.flatMap(\.evidence), in: language),
                    reason: worst.explanation[language],
                    details: worst.considered.map(text.considered)
                )
            }
            let why = pack.pack.whyNot(rule, on: record, scratch: &scratch)
            return RuleView.Answer(
                fired: false,
                answerLevel: Verdict.Level.clear.rawValue,
                answerLabel: "",
                record: VerdictBuilder.pairs(of: record, why?.closest ?? [], in: language),
                reason: why?.explanation[language] ?? "",
                details: []
            )
        }
    }
#endif

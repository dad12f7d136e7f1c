#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import NoticeComparison
    import NoticeCorpus
    import NoticeModel
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// What changed from one notice to another.
    package struct ComparisonRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/v1/diff",
                    role: .viewer,
                    parameters: [
                        .query("old", .name, isRequired: true, "The old notice, such as yinfa-2021-237.")
                            .example("yinfa-2021-237"),
                        .query("new", .name, isRequired: true, "The new notice.").example("yinfa-2026-42"),
                        .query("all", .flag, "Answer provisions that did not change too. Default false."),
                    ],
                    operation: Operation(
                        "diff",
                        "What changed from one notice of the corpus to another, as 'hegui diff --format json' prints it.",
                        tag: "notices",
                        answer: [.init("application/json", "Comparison")],
                        problems: [404, 409]
                    )
                ) { request in
                    let old = request.query["old"] ?? ""
                    let new = request.query["new"] ?? ""
                    return try await request.service.threads.run {
                        let before = try request.state.text(old)
                        let after = try request.state.text(new)
                        let comparison = try request.state.comparison(before, after)
                        var writer = ComparisonJSON(
                            comparison,
                            old: ComparedSource(name: old, status: before.status),
                            new: ComparedSource(name: new, status: after.status),
                            showsUnchanged: request.query["all"] == "true"
                        )
                        writer.enforcement = try request.state.enforcement(of: after, comparison)
                        return .json(writer.document)
                    }
                }
            ]
        }
    }

    extension EngineState {
        /// What rules there are for the new notice of `comparison`, of which `text` is the text; `nil` where nothing changed.
        fileprivate func enforcement(of text: CorpusText, _ comparison: Comparison) throws -> NoticeEnforcement? {
            guard !comparison.changes.isEmpty else { return nil }
            guard let pack = packs[text.entry.id],
                let report = try pack.contents.coverage(under: pack.pack, in: corpus, language: .zh)
            else { return .noRules(notice: text.entry.id) }
            return .rules(report)
        }

        /// What changed from `old` to `new`.
        ///
        /// - Throws: A ``Problem`` where they aren't in one language.
        func comparison(_ old: CorpusText, _ new: CorpusText) throws(Problem) -> Comparison {
            let (first, second) = (old.notice.header.language, new.notice.header.language)
            guard first.isChinese == second.isChinese else {
                throw Problem(
                    "diff/languages",
                    .conflict,
                    title: LocalizedText(zh: "两个文本语言不同", en: "The texts are in two languages"),
                    detail: LocalizedText(
                        zh: "“\(old.id)”与“\(new.id)”语言不同",
                        en: "'\(old.id)' and '\(new.id)' differ in language; expected two texts in one"
                    )
                )
            }
            return NoticeComparer(variants: variants).compare(
                old.notice,
                new.notice,
                uncertainOld: old.uncertainSpans,
                uncertainNew: new.uncertainSpans
            )
        }
    }
#endif

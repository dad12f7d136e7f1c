#if Service
    import LegalText
    import NoticeCorpus
    import NoticeModel
    import Reporting
    import RuleEngine

    /// Lays out a notice for a page, with the rules that enforce its norms where there are some.
    struct NoticeLayout {
        let notice: Notice
        let language: LocalizedText.Language

        /// What the corpus says of the text; `nil` for one that somebody sent.
        let text: CorpusText?

        /// How far rules enforce the norms; `nil` where there are none.
        let coverage: CoverageReport?

        private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

        private func words(_ span: TextSpan) -> String {
            notice.text(at: span).split { $0.isNewline }.map { String($0).trimmingBlanks() }.joined()
        }

        /// The headings and articles in the order of the text.
        var parts: [NoticeView.Part] {
            var parts: [(start: Int, part: NoticeView.Part)] = []
            for section in notice.sections + notice.annexes.flatMap(\.sections) {
                parts.append(
                    (
                        section.span.start,
                        .init(heading: section.label + section.heading, anchor: section.id.rawValue, article: nil)
                    )
                )
            }
            for annex in notice.annexes {
                let title = [annex.label, annex.title?.text ?? ""].joined(separator: " ")
                parts.append((annex.span.start, .init(heading: title, anchor: annex.id.rawValue, article: nil)))
            }
            for article in notice.articles + notice.annexes.flatMap(\.articles) {
                parts.append(
                    (article.span.start, .init(heading: nil, anchor: article.id.rawValue, article: view(of: article)))
                )
            }
            return parts.sorted { $0.start < $1.start }.map(\.part)
        }

        /// The contents.
        var contents: [NoticeView.Link] {
            parts.compactMap { part in
                if let heading = part.heading { return .init(path: "#\(part.anchor)", label: heading) }
                guard let article = part.article else { return nil }
                let heading =
                    article.articleHeading ?? article.paragraphs.first.map { String($0.prefix(16)) + "…" } ?? ""
                return .init(path: "#\(part.anchor)", label: article.label + heading)
            }
        }

        /// The paragraphs of the leaves of `kind`.
        func leaves(_ kinds: Set<Leaf.Kind>) -> [String] {
            notice.leaves.filter { kinds.contains($0.kind) }.map { words($0.span) }.filter { !$0.isEmpty }
        }

        /// How far the words of an article are put together from other sources; `nil` where all of them are quoted, or where
        /// the status of the whole text says it all.
        private func doubt(of text: CorpusText, in article: Article) -> String? {
            guard !text.description.wording.isEmpty else { return nil }
            let doubtful = text.uncertainSpans.reduce(0) { sum, span in
                sum + max(0, min(span.end, article.span.end) - max(span.start, article.span.start))
            }
            // The mark before an article stands in no claim.
            guard doubtful > article.label.utf8.count + 3 else {
                let isPress = text.wording(of: article.span) == .pressAnswer
                return isPress ? said("据答记者问", "follows a press answer") : nil
            }
            return doubtful + article.label.utf8.count + 3 >= article.span.count
                ? said("文字系重构", "reconstructed wording") : said("部分文字系重构", "wording reconstructed in part")
        }

        private func view(of article: Article) -> NoticeView.ArticlePart {
            var paragraphs: [String] = []
            var open = Array(article.paragraphs.reversed())
            while let paragraph = open.popLast() {
                let words = words(paragraph.span)
                // An article's heading is shown above.
                if !words.isEmpty, words != article.heading?.text {
                    let label = paragraph.label ?? ""
                    paragraphs.append(words.hasPrefix(label) ? words : label + words)
                }
                open += paragraph.points.reversed()
            }
            let wording = text.flatMap { doubt(of: $0, in: article) }
            return NoticeView.ArticlePart(
                label: article.label,
                articleHeading: article.heading?.text,
                wording: wording,
                paragraphs: paragraphs,
                norms: article.norms.map(view),
                normCount: article.norms.count
            )
        }

        private func view(of norm: Norm) -> NoticeView.NormPart {
            var details: [NoticeView.Fact] = []
            func add(_ zh: String, _ en: String, _ parts: [Norm.Part]) {
                guard !parts.isEmpty else { return }
                let texts = parts.map { words($0.span) + ($0.isInherited ? said("（承前）", " (carried)") : "") }
                details.append(.init(key: said(zh, en), value: texts.joined(separator: said("；", "; "))))
            }
            add("主体", "Who", norm.bearers)
            add("条件", "If", norm.condition.map { [$0] } ?? [])
            add("除外", "Unless", norm.exception.map { [$0] } ?? [])
            add("主管", "In charge", norm.authorities)
            if case .low = norm.confidence {
                details.append(
                    .init(key: said("存疑", "Doubt"), value: said("读法不确定，须人工核对", "the reading is uncertain; check it"))
                )
            }
            let place = norm.territory.map { said("（", " (") + Wording.name(of: $0)[language] + said("）", ")") } ?? ""
            let state = state(of: norm)
            return NoticeView.NormPart(
                normState: state.name,
                kind: Self.name(of: norm.kind)[language] + place,
                words: words(norm.span),
                details: details,
                stateLabel: state.label,
                enforcing: state.rules.map { rule in
                    NoticeView.Link(
                        path: "/rules/\(rule)",
                        label: rule.split(separator: "/").last.map(String.init) ?? rule
                    )
                },
                reason: state.reason
            )
        }

        private func state(of norm: Norm) -> (name: String, label: String?, rules: [String], reason: String?) {
            guard let entry = coverage?.entries.first(where: { $0.norm.id == norm.id }) else {
                return ("", nil, [], nil)
            }
            switch entry.state {
            case .enforced(let rules): return ("enforced", said("由规则执行：", "enforced by"), rules, nil)
            case .waived(let reason):
                return isCounted
                    ? ("waived", said("不设规则", "no rule, for a reason"), [], reason[language]) : ("", nil, [], nil)
            case .open(let gap):
                guard isCounted else { return ("", nil, [], nil) }
                switch gap {
                case .noRule: return ("open", said("没有规则执行", "nothing enforces it"), [], nil)
                case .draft(let rules): return ("open", said("规则未完成：", "rules are drafts:"), rules, nil)
                case .silentTerms(let terms, let rules):
                    let list = terms.joined(separator: said("、", ", "))
                    return ("open", said("规则不认得“\(list)”：", "rules don't know “\(list)”:"), rules, nil)
                }
            }
        }

        /// Whether waivers and gaps are told: of the text whose norms are counted.
        private var isCounted: Bool { text?.language != .en || text?.entry.texts[.zh] == nil }

        /// How many norms there are of what.
        var totals: [NoticeView.Total] {
            let norms = (notice.articles + notice.annexes.flatMap(\.articles)).flatMap(\.norms) + notice.looseNorms
            var totals: [NoticeView.Total] = [
                .init(count: notice.articles.count, countLabel: said("条", "articles")),
                .init(count: norms.count, countLabel: said("项规范", "norms")),
                .init(count: norms.count { $0.kind == .prohibition }, countLabel: said("项禁止", "prohibitions")),
            ]
            guard let coverage, isCounted else { return totals }
            totals += [
                .init(count: coverage.enforced, countLabel: said("项由规则执行", "enforced by rules")),
                .init(count: coverage.waived, countLabel: said("项有理由不设规则", "without a rule for a reason")),
                .init(count: coverage.open, countLabel: said("项没有规则", "that nothing enforces")),
            ]
            return totals
        }

        static func name(of kind: Norm.Kind) -> LocalizedText {
            switch kind {
            case .prohibition: LocalizedText(zh: "禁止", en: "Prohibition")
            case .obligation: LocalizedText(zh: "义务", en: "Obligation")
            case .permission: LocalizedText(zh: "允许", en: "Permission")
            case .exemption: LocalizedText(zh: "豁免", en: "Exemption")
            case .definition: LocalizedText(zh: "定义", en: "Definition")
            case .penalty: LocalizedText(zh: "罚则", en: "Penalty")
            case .civilEffect: LocalizedText(zh: "民事效力", en: "Civil effect")
            case .entryIntoForce: LocalizedText(zh: "施行", en: "Entry into force")
            case .repeal: LocalizedText(zh: "废止", en: "Repeal")
            case .statement: LocalizedText(zh: "陈述", en: "Statement")
            }
        }
    }
#endif

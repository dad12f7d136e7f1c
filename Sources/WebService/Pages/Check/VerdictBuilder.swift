#if Service
    import DecisionLog
    import LegalText
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine

    /// Lays out the verdict on a record for a page.
    struct VerdictBuilder {
        let request: ServiceRequest

        private var language: LocalizedText.Language { request.pageLanguage }
        private var audience: Audience { request.caller.role >= .officer ? .officer : .viewer }

        /// The view of `screened`.
        ///
        /// - Throws: A ``DecisionStoreError`` where the log can't be read.
        func view(of screened: Screened) async throws -> VerdictView {
            let (record, verdict, pack) = (screened.record, screened.verdict, screened.pack)
            let text = FindingText(language: language)
            let titles = Dictionary(pack.description.rules.map { ($0.id, $0.title) }) { first, _ in first }
            let grounds = Ground.grounds(of: verdict, in: pack.pack)
            let standings = try await request.service.decisions.standings(
                of: RecordFingerprint(record),
                grounds,
                for: audience
            )
            let findings = verdict.findings.enumerated().map { index, finding in
                FindingView(
                    finding,
                    number: index + 1,
                    title: titles[finding.rule],
                    standing: standings.first { $0.rule == finding.rule },
                    in: language
                )
            }
            let person = request.operatorName(screened.input["operator"])
            let note = FileNote(
                screened: screened,
                corpus: request.state.corpus,
                person: person,
                version: request.service.settings.version,
                language: language
            )
            let changes = changes(of: screened)
            let similar = try await similar(to: screened)
            let link = PageText.query(screened.input.pairs)
            return VerdictView(
                level: verdict.level.rawValue,
                label: Wording.label(of: verdict.level, in: language),
                summary: summary(of: verdict),
                record: Self.pairs(of: record, verdict.findings.flatMap(\.evidence), in: language),
                findings: findings,
                released: verdict.released.map { release in
                    let words = release.evidence.map { "“\(HTMLText.escaped($0.text))”" }
                        .joined(separator: text.said("、", ", "))
                    let cue = HTMLText.escaped(release.cue)
                    return "<span class=\"code\">\(HTMLText.escaped(release.rule))</span> "
                        + text.said("\(words)，因“\(cue)”", "\(words), because of “\(cue)”")
                },
                changes: changes,
                outcomeOfAll: outcome(of: changes, screened.input),
                rules: ruleGroups(of: pack, chosen: screened.input["why-not"]),
                whyNot: screened.whyNot.map { answer in
                    VerdictView.WhyNotView(
                        ruleAsked: answer.rule,
                        reason: answer.explanation[language],
                        closest: answer.closest.map { evidence in
                            let words = text.words(evidence)
                            return "\(words.field) \(words.html) \(words.remark.map(HTMLText.escaped) ?? "")"
                        }
                    )
                },
                similar: similar,
                hasSimilar: !similar.isEmpty,
                permalink: link.utf8.count <= 8000 ? "/" + link : nil,
                note: note.text,
                packName: "\(pack.identity.id) \(pack.identity.version)",
                packDigest: pack.identity.digest,
                keep: keep(screened, person)
            )
        }

        private func summary(of verdict: Verdict) -> String {
            let reasons = verdict.findings.flatMap(\.doubts).map(\.reason)
            let label = Wording.label(of: verdict.level, reasons: reasons, in: language)
            let count = verdict.findings.count
            guard count > 0 else {
                return request.said(
                    "\(label)。未命中不等于获准，也不表示其他规定允许。",
                    "\(label): under these rules and on this text. It says nothing of other rules."
                )
            }
            return request.said("\(label)：\(count)项命中", "\(label): \(count) finding\(count == 1 ? "" : "s")")
        }

        /// The fields of a record with the words that fired marked.
        static func pairs(
            of record: Record,
            _ evidence: [Evidence],
            in language: LocalizedText.Language
        ) -> [VerdictView.Pair] {
            var pairs: [VerdictView.Pair] = []
            if let id = record.id {
                pairs.append(.init(key: language == .zh ? "编号" : "Key", html: HTMLText.escaped(id)))
            }
            for field in Field.allCases {
                for (index, text) in record.texts(of: field).enumerated() {
                    let spans = evidence.filter { $0.field == field && $0.index == index }.map(\.span)
                    pairs.append(
                        .init(
                            key: Wording.name(of: field)[language].capitalizedFirst,
                            html: HTMLText.marked(text, spans)
                        )
                    )
                }
            }
            for (zh, en, value) in [
                ("主体类型", "Kind", record.actor), ("地域", "Place", record.jurisdiction),
                ("所称批准", "Approval claimed", record.approval),
            ] {
                if let value { pairs.append(.init(key: language == .zh ? zh : en, html: HTMLText.escaped(value))) }
            }
            return pairs
        }

        /// Changes that take banned words out of the name or the scope, each with what the verdict would be.
        ///
        /// Only where a word itself is banned: to leave out the words of an activity would hide it, not cure it.
        private func changes(of screened: Screened) -> [VerdictView.Change] {
            let evidence = screened.verdict.findings.filter { $0.ban == .term && $0.verdict == .prohibited }
            var changes: [VerdictView.Change] = []
            if let name = screened.record.name {
                let spans = evidence.flatMap(\.evidence).filter { $0.field == .name }.map(\.span)
                changes += change("name", of: name, without: spans, screened)
            }
            if let scope = screened.record.scope {
                let words = evidence.flatMap(\.evidence).filter { $0.field == .scope }.map(\.span)
                changes += change("scope", of: scope, without: words.map { Self.item(around: $0, in: scope) }, screened)
            }
            return changes
        }

        private func change(
            _ field: String,
            of text: String,
            without spans: [TextSpan],
            _ screened: Screened
        ) -> [VerdictView.Change] {
            guard !spans.isEmpty else { return [] }
            let changed = Self.text(text, without: spans)
            guard !changed.isEmpty, changed != text,
                let outcome = try? Screened(screened.input.changed(field, to: changed), in: request.state)
            else { return [] }
            return [
                VerdictView.Change(
                    field: field == "name" ? request.said("名称", "name") : request.said("经营范围", "scope"),
                    name: field,
                    value: changed,
                    outcomeLevel: outcome.verdict.level.rawValue,
                    outcome: Wording.label(of: outcome.verdict.level, in: language)
                )
            ]
        }

        /// The item of a scope that holds `span`, with the mark behind it.
        static func item(around span: TextSpan, in scope: String) -> TextSpan {
            let ends = Set("；;。".unicodeScalars), starts = ends.union("：:\n".unicodeScalars)
            var (start, end, offset) = (0, scope.utf8.count, 0)
            for scalar in scope.unicodeScalars {
                let next = offset + UTF8.width(scalar)
                if next <= span.start, starts.contains(scalar) { start = next }
                if offset >= span.end, ends.contains(scalar) {
                    end = next
                    break
                }
                offset = next
            }
            return TextSpan(start: start, end: end)
        }

        /// A text without some of its stretches.
        static func text(_ text: String, without spans: [TextSpan]) -> String {
            let bytes = Array(text.utf8)
            var kept: [UInt8] = []
            var offset = 0
            for span in spans.sorted() where span.end > offset && span.end <= bytes.count {
                kept += bytes[offset..<max(offset, span.start)]
                offset = span.end
            }
            kept += bytes[offset...]
            return String(decoding: kept, as: UTF8.self).trimmingBlanks()
        }

        /// The verdict where every change is made.
        private func outcome(of changes: [VerdictView.Change], _ input: CheckInput) -> VerdictView.Outcome? {
            guard changes.count > 1 else { return nil }
            let changed = changes.reduce(input) { $0.changed($1.name, to: $1.value) }
            guard let all = try? Screened(changed, in: request.state) else { return nil }
            return VerdictView.Outcome(
                allLevel: all.verdict.level.rawValue,
                allLabel: Wording.label(of: all.verdict.level, in: language)
            )
        }

        private func ruleGroups(of pack: LoadedPack, chosen: String?) -> [VerdictView.RuleGroup] {
            var groups: [(article: String, options: [ChoiceView])] = []
            for rule in pack.description.rules.sorted(by: { RuleOrder.key(of: $0) < RuleOrder.key(of: $1) }) {
                let article = rule.basis.title
                let option = ChoiceView(rule.id, rule.title[language], isSelected: rule.id == chosen)
                if groups.last?.article == article {
                    groups[groups.count - 1].options.append(option)
                } else {
                    groups.append((article, [option]))
                }
            }
            return groups.map { VerdictView.RuleGroup(article: $0.article, options: $0.options) }
        }

        /// Decisions on the same record, on names with the same trade name, and under the same rule.
        private func similar(to screened: Screened) async throws -> [VerdictView.Similar] {
            let fingerprint = RecordFingerprint(screened.record)
            var queries: [(kind: String, query: DecisionQuery)] = []
            var same = DecisionQuery(limit: 2)
            same.fingerprint = fingerprint
            queries.append((request.said("同一记录", "Same record"), same))
            if let name = screened.record.name {
                var scratch = EvaluationScratch()
                var named = DecisionQuery(limit: 4)
                named.name = screened.pack.pack.tradeName(in: name, scratch: &scratch) ?? name
                queries.append((request.said("相同字号", "Same trade name"), named))
            }
            if let rule = screened.verdict.findings.first?.rule {
                var ruled = DecisionQuery(limit: 3)
                ruled.rule = rule
                queries.append((request.said("同一规则", "Same rule"), ruled))
            }
            var seen: Set<String> = []
            var similar: [VerdictView.Similar] = []
            let rules = request.state.currentRules
            for (kind, query) in queries {
                for listed in try await request.service.decisions.decisions(query, under: rules, for: audience)
                    .decisions
                where seen.insert(listed.decision.id).inserted {
                    let decision = listed.decision
                    similar.append(
                        VerdictView.Similar(
                            path: "/decisions/\(decision.id)",
                            kind: kind,
                            day: decision.time.dayInChina.description,
                            title: HTMLText.escaped(DecisionText.title(of: decision.record, in: language)),
                            levelThen: decision.verdict.rawValue,
                            labelThen: Wording.label(of: decision.verdict, in: language),
                            standings: DecisionText.states(of: listed, in: language)
                        )
                    )
                }
            }
            return similar
        }

        private func keep(_ screened: Screened, _ person: String) -> VerdictView.KeepView? {
            guard request.caller.role >= .officer, request.caller.formOwner != nil else { return nil }
            return VerdictView.KeepView(
                fields: screened.input.pairs.compactMap { pair in
                    pair.value.map { .init(hiddenName: pair.name, hiddenValue: $0) }
                },
                formToken: request.formToken,
                asksOperator: request.caller.proof == .local,
                operatorName: person,
                hasFindings: !screened.verdict.findings.isEmpty,
                kinds: [ChoiceView("", request.said("暂不处置", "none yet"), isSelected: true)]
                    + DecisionText.kinds(in: language, withRectified: false)
            )
        }
    }

    extension String {
        /// The text with its first letter in capitals.
        var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    }
#endif

#if Service
    import DecisionLog
    import DocumentReading
    import Hummingbird
    import LegalText
    import NoticeCorpus
    import NoticeModel
    import NoticeParsing
    import Reporting
    import RuleEngine

    /// The notices, one notice, and reading one that somebody sends, of which nothing is kept.
    struct NoticePages: RouteGroup {
        let pages: PageRenderer

        var routes: [Route] {
            [
                .page(.get, "/notices") { list($0) },
                .page(.get, "/notices/{id+}", parameters: [.path("id", "A notice of the corpus.")]) { request in
                    try await request.service.threads.run { try show(request) }
                },
                .page(.post, "/notices/preview") { request in
                    let form = try await request.form()
                    return try await request.service.threads.run { try preview(form, request) }
                },
            ]
        }

        // MARK: - The list

        private func list(_ request: ServiceRequest) -> Response {
            let language = request.pageLanguage
            let corpus = request.state.corpus
            let today = LogTime.now().dayInChina
            let entries = corpus.entries.sorted {
                ($0.known?.description ?? "", $0.id) > ($1.known?.description ?? "", $1.id)
            }
            let view = NoticesView(
                drawing: NoticeDrawing(corpus: corpus, today: today, language: language).svg,
                rows: entries.map { entry in
                    let state = Self.state(of: entry, in: corpus, today)
                    let others =
                        entry.repeals.map { id in
                            request.said("废止", "repeals ") + (corpus.entry(id)?.documentNumber ?? id)
                        }
                        + corpus.repealing(entry.id).map { other in
                            let number = other.documentNumber ?? other.id
                            return request.said("被\(number)废止", "repealed by \(number)")
                        }
                    return NoticesView.Row(
                        path: "/notices/\(entry.id)",
                        englishPath: entry.texts[.en] == nil || entry.texts[.zh] == nil
                            ? nil : "/notices/\(entry.id)/en",
                        number: entry.documentNumber ?? entry.id,
                        title: entry.title[language],
                        days: (entry.known?.description ?? request.said("日期不详", "date unknown"))
                            + request.said(" 公布", " published"),
                        state: state.label[language],
                        stateLevel: state.isInForce ? "clear" : "soft",
                        repeals: others.joined(separator: request.said("；", "; ")),
                        texts: entry.texts.sorted { $0.key == .zh && $1.key != .zh }.map { key, text in
                            let name = key == .zh ? request.said("中文", "Chinese") : request.said("英文", "English")
                            return "\(name)\(request.said("：", ": "))\(Wording.status(text.status.rawValue)[language])"
                        },
                        rulesPath: request.state.packs[entry.id] == nil ? nil : "/rules?pack=\(entry.id)",
                        address: entry.address.flatMap { $0.hasPrefix("http") ? $0 : nil }
                    )
                }
            )
            return pages.page(view, title: PagePart.notices.label, part: .notices, for: request)
        }

        private static func state(
            of entry: CorpusEntry,
            in corpus: NoticeCorpus,
            _ today: CalendarDay
        ) -> (label: LocalizedText, isInForce: Bool) {
            guard let date = LegalDate(iso: today.description),
                corpus.inForce(on: date).contains(where: { $0.id == entry.id })
            else {
                guard !corpus.repealing(entry.id).isEmpty else {
                    return (LocalizedText(zh: "状态不详", en: "state unknown"), false)
                }
                return (LocalizedText(zh: "已废止", en: "repealed"), false)
            }
            return (LocalizedText(zh: "现行", en: "in force"), true)
        }

        // MARK: - One notice

        private func show(_ request: ServiceRequest) throws -> Response {
            let language = request.pageLanguage
            let text = try request.state.text(request.parameters["id"] ?? "")
            let entry = text.entry
            let pack = request.state.packs[entry.id]
            let coverage = try pack?.contents.coverage(
                under: pack?.pack ?? request.state.pack().pack,
                in: request.state.corpus,
                language: text.language
            )
            let layout = NoticeLayout(notice: text.notice, language: language, text: text, coverage: coverage)
            let state = Self.state(of: entry, in: request.state.corpus, LogTime.now().dayInChina)
            var facts = Self.facts(of: text.notice, request)
            if let published = entry.published {
                facts.append(.init(key: request.said("公布", "Published"), value: published.description))
            }
            facts += [
                .init(
                    key: request.said("文本性质", "Text"),
                    value: Wording.status(text.status.rawValue)[language]
                ),
                .init(key: request.said("文本出处", "Source"), value: text.description.source[language]),
                .init(key: request.said("文本摘要", "Digest"), value: NoticeDigest.digest(of: text.bytes)),
            ]
            var others: [NoticeView.Link] = []
            for other in entry.texts.keys where other != text.language {
                others.append(
                    .init(
                        path: "/notices/\(entry.id)/\(other.rawValue)",
                        label: other == .zh ? request.said("中文本", "Chinese text") : request.said("英文本", "English text")
                    )
                )
            }
            for old in entry.repeals where request.state.corpus.entry(old) != nil {
                others.append(
                    .init(
                        path: "/compare" + PageText.query([(name: "old", value: old), (name: "new", value: entry.id)]),
                        label: request.said("与所废止的通知对比", "Compare with what it repeals")
                    )
                )
            }
            if pack != nil { others.append(.init(path: "/rules?pack=\(entry.id)", label: request.said("规则", "Rules"))) }
            let isEnglish = text.language == .en && entry.texts[.zh] != nil
            let view = self.view(
                layout,
                title: text.language == .zh ? entry.title.zh : entry.title.en,
                number: entry.documentNumber,
                state: (state.label[language], state.isInForce ? "clear" : "soft"),
                warning: text.status == .official
                    ? nil
                    : request.said(
                        "此文本不是官方文本，文字可能与官方文本有出入；引用前请核对官方文本。",
                        "This is not the official text, and words may differ from it; check the official text before quoting."
                    ),
                facts: facts,
                notes: text.description.notes.map { $0[language] },
                others: others,
                coverageNote: isEnglish && pack != nil
                    ? request.said(
                        "规则的覆盖情况按中文本统计；此处只标明由规则执行的规范。",
                        "Coverage is counted on the Chinese text; here only norms that rules enforce are told."
                    )
                    : pack == nil
                        ? nil
                        : request.said(
                            "规则的覆盖只统计禁止性的和附有条件的规范；其余（部门职责、陈述等）不须由筛查规则执行。",
                            "Coverage counts norms that forbid something or hang on a condition; the others, such as duties of "
                                + "authorities and statements, need no rule."
                        )
            )
            return pages.page(
                view,
                title: LocalizedText(
                    zh: [entry.documentNumber, entry.title.zh].compactMap(\.self).joined(separator: " "),
                    en: [entry.documentNumber, entry.title.en].compactMap(\.self).joined(separator: " ")
                ),
                part: .notices,
                for: request
            )
        }

        private func view(
            _ layout: NoticeLayout,
            title: String,
            number: String?,
            state: (label: String, level: String)?,
            warning: String?,
            facts: [NoticeView.Fact],
            notes: [String],
            others: [NoticeView.Link],
            coverageNote: String?
        ) -> NoticeView {
            NoticeView(
                title: title,
                number: number,
                backPath: "/notices",
                state: state?.label,
                stateLevel: state?.level,
                warning: warning,
                facts: facts,
                notes: notes,
                others: others,
                totals: layout.totals,
                coverageNote: coverageNote,
                contents: layout.contents,
                preamble: layout.leaves([.addressee, .preamble]),
                parts: layout.parts,
                closing: layout.leaves([.conclusions, .signature, .date]),
                diagnostics: layout.notice.diagnostics.map { "\($0.id): \($0.summary)" },
                textLanguage: layout.notice.header.language.rawValue
            )
        }

        private static func facts(of notice: Notice, _ request: ServiceRequest) -> [NoticeView.Fact] {
            let header = notice.header
            var facts: [NoticeView.Fact] = []
            if !header.issuers.isEmpty {
                let names = header.issuers.map(\.text).joined(separator: request.said("、", ", "))
                facts.append(.init(key: request.said("发文机关", "Issuers"), value: names))
            }
            if let date = header.date {
                facts.append(.init(key: request.said("落款日期", "Dated"), value: date.date.description))
            }
            if !header.repeals.isEmpty {
                let list = header.repeals.map(\.text).joined(separator: request.said("、", ", "))
                facts.append(.init(key: request.said("废止", "Repeals"), value: list))
            }
            return facts
        }

        // MARK: - Reading a new one

        private func preview(_ form: FormFields, _ request: ServiceRequest) throws -> Response {
            let bytes = form.files["file"]?.bytes ?? form.text("text").map { Array($0.utf8) } ?? []
            guard !bytes.isEmpty else {
                throw Problem.unusable(
                    "document/empty",
                    LocalizedText(zh: "请选择文件或粘贴正文", en: "Choose a file or paste a text")
                )
            }
            let notice: Notice
            do {
                notice = NoticeParser().parse(try DocumentReader().read(bytes))
            } catch {
                throw Problem.unusable(
                    "document/\(error.code)",
                    LocalizedText(zh: "文件无法读取：\(error)", en: "The document can't be read: \(error)")
                )
            }
            guard !notice.articles.isEmpty || !notice.annexes.isEmpty else {
                throw Problem.unusable(
                    "document/no-article",
                    LocalizedText(
                        zh: "没有读出编号的条目；请确认文件是完整的通知正文",
                        en: "No numbered article was found; expected the whole text of a notice"
                    )
                )
            }
            let layout = NoticeLayout(notice: notice, language: request.pageLanguage, text: nil, coverage: nil)
            let view = self.view(
                layout,
                title: notice.header.title?.text.split { $0.isNewline }.joined() ?? request.said("（无标题）", "(no title)"),
                number: notice.header.documentNumber?.text,
                state: (request.said("试读，未保存", "preview, not kept"), "review"),
                warning: request.said(
                    "以下内容由程序读出，请与原文核对；不据此筛查。",
                    "Read by the program; compare it with the original. Nothing is screened by it."
                ),
                facts: Self.facts(of: notice, request),
                notes: [],
                others: [
                    .init(path: "/compare#sent", label: request.said("与另一份通知对比", "Compare it with another notice"))
                ],
                coverageNote: request.said(
                    "要保存：由规则人员用“hegui corpus add 文件 --id 编号”加入文库，再让服务重新读取（SIGHUP）；要据以筛查，还须写出规则（hegui rules draft）。",
                    "To keep it, somebody adds it with 'hegui corpus add FILE --id ID' and lets the service read it (SIGHUP); "
                        + "to screen by it, rules are written ('hegui rules draft')."
                )
            )
            return pages.page(view, title: LocalizedText(zh: "试读", en: "Preview"), part: .notices, for: request)
        }
    }
#endif

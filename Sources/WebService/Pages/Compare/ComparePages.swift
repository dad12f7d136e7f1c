#if Service
    import DecisionLog
    import DocumentReading
    import Hummingbird
    import LegalText
    import NoticeComparison
    import NoticeCorpus
    import NoticeModel
    import NoticeParsing
    import Reporting
    import RuleEngine
    import Synchronization

    /// Two notices side by side: of the corpus, or sent, of which nothing is kept.
    struct ComparePages: RouteGroup {
        let pages: PageRenderer
        private let known = KnownComparisons()

        init(pages: PageRenderer) {
            self.pages = pages
        }

        var routes: [Route] {
            let sides = ["old", "new"].map { RouteParameter.query($0, .text(limit: 100), "A notice of the corpus.") }
            let effect = RouteParameter.query("effect", .text(limit: 20), "The effect whose changes alone are shown.")
            return [
                .page(.get, "/compare", parameters: sides + [effect]) { request in
                    try await compare(request, FormFields())
                },
                .page(.post, "/compare") { request in try await compare(request, try await request.form()) },
            ]
        }

        /// One of the two texts.
        private struct Side {
            let notice: Notice
            let source: ComparedSource
            let uncertain: [TextSpan]

            /// The digest of the text, where it is of the corpus.
            let digest: String?

            var isSent: Bool { digest == nil }
        }

        private func compare(_ request: ServiceRequest, _ form: FormFields) async throws -> Response {
            let defaults = Self.defaults(request.state)
            let names = (
                old: form["old"] ?? request.filter("old") ?? defaults.old,
                new: form["new"] ?? request.filter("new") ?? defaults.new
            )
            let effect = request.query["effect"].flatMap(Effect.init(rawValue:))
            let html = try await request.service.threads.run {
                () -> (html: String?, fault: LocalizedText?, isSent: Bool) in
                do {
                    let old = try Self.side(names.old, form.files["old-file"], request.state)
                    let new = try Self.side(names.new, form.files["new-file"], request.state)
                    let html = try self.html(old, new, names, effect, request)
                    return (html, nil, old.isSent || new.isSent)
                } catch let problem as Problem {
                    return (nil, problem.detail, false)
                }
            }
            let packs = request.state.packs
            func hasRules(_ name: String) -> Bool { packs[String(name.prefix { $0 != "/" })] != nil }
            let mayUpload = request.uploadOwner != nil && request.caller.formOwner != nil
            let view = CompareView(
                olds: choices(names.old, request),
                news: choices(names.new, request),
                comparison: html.html,
                fault: html.fault?[request.pageLanguage],
                impact: html.html != nil && !html.isSent && mayUpload && names.old != names.new
                    ? .init(
                        oldName: names.old,
                        newName: names.new,
                        formToken: request.formToken,
                        isPossible: hasRules(names.old) && hasRules(names.new)
                    ) : nil
            )
            return pages.page(
                view,
                title: PagePart.compare.label,
                part: .compare,
                for: request,
                status: html.fault == nil ? .ok : .unprocessableContent
            )
        }

        /// The current notice and what it repealed.
        private static func defaults(_ state: EngineState) -> (old: String, new: String) {
            let new = state.currentPack
            let repealed = state.corpus.entry(new)?.repeals.first { state.corpus.entry($0) != nil }
            return (repealed ?? new, new)
        }

        private func choices(_ chosen: String, _ request: ServiceRequest) -> [ChoiceView] {
            request.state.corpus.entries.sorted {
                ($0.known?.description ?? "", $0.id) > ($1.known?.description ?? "", $1.id)
            }
            .flatMap { entry in
                entry.texts.keys.sorted { $0 == .zh && $1 != .zh }.map { language in
                    let isWhole = language == .zh || entry.texts[.zh] == nil
                    let name = isWhole ? entry.id : "\(entry.id)/\(language.rawValue)"
                    let words = language == .zh ? request.said("中文", "Chinese") : request.said("英文", "English")
                    return ChoiceView(
                        name,
                        "\(entry.documentNumber ?? entry.id) \(words)",
                        isSelected: name == chosen
                    )
                }
            }
        }

        private static func side(_ name: String, _ file: FormFields.File?, _ state: EngineState) throws -> Side {
            guard let file else {
                let text = try state.text(name)
                return Side(
                    notice: text.notice,
                    source: ComparedSource(name: name, status: text.status),
                    uncertain: text.uncertainSpans,
                    digest: NoticeDigest.digest(of: text.bytes)
                )
            }
            do {
                let notice = NoticeParser().parse(try DocumentReader().read(file.bytes))
                return Side(
                    notice: notice,
                    source: ComparedSource(name: file.name, status: nil),
                    uncertain: [],
                    digest: nil
                )
            } catch {
                throw Problem.unusable(
                    "document/\(error.code)",
                    LocalizedText(zh: "文件无法读取：\(error)", en: "The document can't be read: \(error)")
                )
            }
        }

        private func html(
            _ old: Side,
            _ new: Side,
            _ names: (old: String, new: String),
            _ effect: Effect?,
            _ request: ServiceRequest
        ) throws -> String {
            guard old.notice.header.language.isChinese == new.notice.header.language.isChinese else {
                throw Problem.unusable(
                    "diff/languages",
                    LocalizedText(zh: "两个文本语言不同，请选择同一语言的文本", en: "The texts are in two languages; choose two in one")
                )
            }
            let key = old.digest.flatMap { first in new.digest.map { "\(first) \($0) \(names)" } }
            let comparison = known.comparison(key) {
                NoticeComparer(variants: request.state.variants).compare(
                    old.notice,
                    new.notice,
                    uncertainOld: old.uncertain,
                    uncertainNew: new.uncertain
                )
            }
            var page = ComparisonPage(comparison, old: old.source, new: new.source, language: request.pageLanguage)
            page.shownEffect = effect
            if !old.isSent, !new.isSent {
                page.filterPath = { effect in
                    "/compare"
                        + PageText.query([
                            (name: "old", value: names.old), (name: "new", value: names.new),
                            (name: "effect", value: effect?.rawValue),
                        ])
                }
            }
            let id = String(names.new.prefix { $0 != "/" })
            if !new.isSent, let pack = request.state.packs[id], !comparison.changes.isEmpty,
                let report = try pack.contents.coverage(
                    under: pack.pack,
                    in: request.state.corpus,
                    language: new.notice.header.language.isChinese ? .zh : .en
                )
            {
                page.enforcement = .rules(report)
            }
            return page.content
        }
    }

    /// The comparisons of texts of the corpus that were made last: a text never changes under its digest.
    private final class KnownComparisons: Sendable {
        private let known = Mutex<[String: Comparison]>([:])

        /// How many are kept.
        private static let limit = 16

        /// The comparison called `key`, made by `make` where it isn't known; one without a name isn't kept.
        func comparison(_ key: String?, _ make: () -> Comparison) -> Comparison {
            guard let key else { return make() }
            if let found = known.withLock({ $0[key] }) { return found }
            let made = make()
            known.withLock { known in
                if known.count >= Self.limit { known = [:] }
                known[key] = made
            }
            return made
        }
    }

    /// Two notices side by side.
    struct CompareView: PageView {
        let olds: [ChoiceView]
        let news: [ChoiceView]
        let comparison: String?
        let fault: String?
        let impact: ImpactForm?

        /// What it takes to see whom the step touches.
        struct ImpactForm {
            let oldName: String
            let newName: String
            let formToken: String
            let isPossible: Bool
        }

        static let template = """
            <form method="get" action="/compare" class="noprint begin"><div class="row"><div><label for="old">⟦旧文本|Old text⟧</label><select id="old" name="old">{{#olds}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/olds}}</select></div>
            <div><label for="new">⟦新文本|New text⟧</label><select id="new" name="new">{{#news}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/news}}</select></div>
            <p class="fixed"><button>⟦对比|Compare⟧</button></p></div></form>
            <details id="sent" class="noprint"><summary>⟦用文件中的通知对比|Compare notices from files⟧</summary>
            <form method="post" action="/compare" enctype="multipart/form-data"><p class="small">⟦上传保存的网页或文本，代替上面所选的旧文本或新文本；只在内存中读取，不保存。|Saved pages or texts take the place of what is chosen above. Nothing is kept.⟧</p>
            <div class="row"><div><label for="old-side">⟦旧文本|Old text⟧</label><select id="old-side" name="old">{{#olds}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/olds}}</select><label for="old-file">⟦或文件|or a file⟧</label><input type="file" id="old-file" name="old-file" accept=".html,.htm,.txt,.md,text/html,text/plain"></div>
            <div><label for="new-side">⟦新文本|New text⟧</label><select id="new-side" name="new">{{#news}}<option value="{{value}}"{{#selected}} selected{{/selected}}>{{label}}</option>{{/news}}</select><label for="new-file">⟦或文件|or a file⟧</label><input type="file" id="new-file" name="new-file" accept=".html,.htm,.txt,.md,text/html,text/plain"></div></div>
            <p><button class="plain">⟦对比|Compare⟧</button></p></form></details>
            {{#fault}}<h1>⟦通知对比|Compare⟧</h1><p class="wrong" role="alert">{{.}}</p>{{/fault}}
            {{#impact}}<details id="impact" class="noprint"><summary>⟦测算对一批记录的影响|The impact on a file of records⟧</summary>
            {{#isPossible}}<form method="post" action="/batch" enctype="multipart/form-data" class="drop" data-drop>
            <input type="hidden" name="token" value="{{formToken}}"><input type="hidden" name="old" value="{{oldName}}"><input type="hidden" name="new" value="{{newName}}">
            <label for="file">⟦把文件拖到这里，或选择文件|Drop a file here, or choose one⟧</label><input type="file" id="file" name="file" required accept=".csv,.tsv,.tab,.txt,.ndjson,.jsonl,.xlsx,.gz,.zst,.xz,.bz2">
            <p class="small">⟦得出哪些记录的结论会变、由哪处条文变化引起。文件同“批量筛查”一样暂存并到期删除。|Says which records change verdict, and which change of the text causes it. The file is kept for a while as on the page Batch.⟧</p>
            <p><button>⟦上传|Send⟧</button></p><p data-upload hidden><progress max="1" value="0" aria-label="⟦上传进度|Upload⟧"></progress> <span data-upload-text></span></p></form>{{/isPossible}}
            {{^isPossible}}<p class="advice">⟦两份通知都须有规则才能测算。|Both notices need rules for that.⟧</p>{{/isPossible}}</details>{{/impact}}
            {{#comparison}}<div class="comparison">{{{.}}}</div>{{/comparison}}
            """
    }
#endif

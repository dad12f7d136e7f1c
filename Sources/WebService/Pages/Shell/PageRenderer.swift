#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Mustache
    import Reporting

    /// Makes pages of views: holds every template in both languages, and the style and scripts that pages load.
    struct PageRenderer: Sendable {
        private let libraries: [LocalizedText.Language: MustacheLibrary]

        /// The style and the scripts.
        let assets: PageAssets

        /// Reads the templates of `views`, beside those of the shell.
        ///
        /// - Throws: What is wrong with a template.
        init(_ views: [any PageView.Type]) throws {
            assets = PageAssets()
            var libraries: [LocalizedText.Language: MustacheLibrary] = [:]
            for language in LocalizedText.Language.allCases {
                var library = MustacheLibrary()
                for view in views + [ShellView.self, ProblemView.self, LoginView.self] {
                    try library.register(
                        BilingualTemplate.text(view.template, in: language),
                        named: view.templateName
                    )
                }
                libraries[language] = library
            }
            self.libraries = libraries
        }

        /// A piece of a page.
        func html<View: PageView>(_ view: View, in language: LocalizedText.Language) -> String {
            libraries[language]?.render(view, withTemplate: View.templateName) ?? ""
        }

        /// A whole page around `view`, as the answer to `request`; browsers without scripts ask for it again after `seconds`.
        func page(
            _ view: some PageView,
            title: LocalizedText,
            part: PagePart?,
            for request: ServiceRequest,
            status: HTTPResponse.Status = .ok,
            refreshing seconds: Int? = nil
        ) -> Response {
            let language = request.pageLanguage
            let visitor = Visitor(request)
            let body = html(view, in: language)
            let page = document(body, title: title[language], part: part, visitor, in: language, refreshing: seconds)
            var response = Response.text(page, "text/html; charset=utf-8", status: status)
            response.headers[.contentLanguage] = language == .zh ? "zh-Hans" : "en"
            if let chosen = request.chosenLanguage { response.setLanguage(chosen) }
            return response
        }

        /// A piece of a page as an answer of its own, for a script to set in.
        func fragment(_ view: some PageView, for request: ServiceRequest) -> Response {
            .text(html(view, in: request.pageLanguage), "text/html; charset=utf-8")
        }

        /// The page that tells of `problem`.
        func problemPage(_ problem: Problem, _ caller: Caller, _ request: Request, _ id: String) -> String {
            let language = PageLanguage.language(of: request)
            let view = ProblemView(
                status: problem.status.code,
                heading: problem.title[language],
                detail: problem.detail[language],
                request: id
            )
            let visitor = Visitor(caller, path: "/", query: "", version: nil, packs: [], token: nil)
            return document(html(view, in: language), title: view.heading, part: nil, visitor, in: language)
        }

        private func document(
            _ body: String,
            title: String,
            part: PagePart?,
            _ visitor: Visitor,
            in language: LocalizedText.Language,
            refreshing seconds: Int? = nil
        ) -> String {
            let view = ShellView(
                language: language == .zh ? "zh-Hans" : "en",
                title: title,
                body: body,
                navigation: PagePart.allCases.map { item in
                    ShellView.Item(path: item.path, label: item.label[language], current: item == part ? "page" : nil)
                },
                stylePaths: [assets.style.path] + (part == .compare ? [assets.comparison.path] : []),
                scriptPath: assets.script.path,
                iconPath: assets.icon.path,
                refresh: seconds,
                switchPath: visitor.path(in: language == .zh ? .en : .zh),
                person: visitor.person,
                role: visitor.role?[language],
                logoutToken: visitor.token,
                version: visitor.version,
                packs: visitor.packs
            )
            return html(view, in: language)
        }
    }

    /// What the shell says of whoever looks at the page, and of where they are.
    struct Visitor {
        private let path: String
        private let query: String
        let person: String?
        let role: LocalizedText?
        let version: String?
        let packs: [String]
        let token: String?

        init(_ request: ServiceRequest) {
            let isSession: Bool
            if case .session = request.caller.proof { isSession = true } else { isSession = false }
            self.init(
                request.caller,
                path: request.request.method == .get ? request.request.uri.path : "/",
                query: request.request.method == .get ? request.request.uri.query ?? "" : "",
                version: request.service.settings.version,
                packs: [request.state.currentPack].compactMap { request.state.packs[$0] }.map {
                    "\($0.identity.id) \($0.identity.version) \($0.identity.digest.prefix(19))…"
                },
                token: isSession ? request.formToken : nil
            )
        }

        init(_ caller: Caller, path: String, query: String, version: String?, packs: [String], token: String?) {
            self.path = path
            self.query = query
            self.version = version
            self.packs = packs
            self.token = token
            if case .session = caller.proof { person = caller.name } else { person = nil }
            role =
                switch caller.role {
                case .anyone: nil
                case .viewer: LocalizedText(zh: "只读", en: "viewer")
                case .officer: LocalizedText(zh: "合规人员", en: "officer")
                case .admin: LocalizedText(zh: "管理员", en: "administrator")
                }
        }

        /// The same page in `language`.
        func path(in language: LocalizedText.Language) -> String {
            let kept = query.split(separator: "&").filter { !$0.hasPrefix("lang=") }
            return path + "?" + (kept + ["lang=\(language.rawValue)"]).joined(separator: "&")
        }
    }

    /// The parts of the service that the navigation leads to, in order.
    enum PagePart: Sendable, CaseIterable {
        /// One record.
        case check
        /// Whole files.
        case batch
        /// Two notices.
        case compare
        /// The notices.
        case notices
        /// The rules.
        case rules
        /// The log.
        case decisions

        /// Where it begins.
        var path: String {
            switch self {
            case .check: "/"
            case .batch: "/batch"
            case .compare: "/compare"
            case .notices: "/notices"
            case .rules: "/rules"
            case .decisions: "/decisions"
            }
        }

        /// What it is called.
        var label: LocalizedText {
            switch self {
            case .check: LocalizedText(zh: "单笔筛查", en: "Check")
            case .batch: LocalizedText(zh: "批量筛查", en: "Batch")
            case .compare: LocalizedText(zh: "通知对比", en: "Compare")
            case .notices: LocalizedText(zh: "通知文件", en: "Notices")
            case .rules: LocalizedText(zh: "筛查规则", en: "Rules")
            case .decisions: LocalizedText(zh: "决定记录", en: "Decisions")
            }
        }
    }
#endif

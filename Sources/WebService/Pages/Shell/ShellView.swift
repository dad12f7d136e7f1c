#if Service
    /// What stands around every page: head, navigation, language, footer.
    struct ShellView: PageView {
        let language: String
        let title: String
        let body: String
        let navigation: [Item]
        let stylePaths: [String]
        let scriptPath: String
        let iconPath: String
        let refresh: Int?
        let switchPath: String
        let person: String?
        let role: String?
        let logoutToken: String?
        let version: String?
        let packs: [String]

        struct Item {
            let path: String
            let label: String
            let current: String?
        }

        static let template = """
            <!DOCTYPE html>
            <html lang="{{language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{title}} · ⟦合规 Hegui|Hegui 合规⟧</title>
            <link rel="icon" type="image/svg+xml" href="{{iconPath}}">
            {{#stylePaths}}<link rel="stylesheet" href="{{.}}">
            {{/stylePaths}}{{#refresh}}<noscript><meta http-equiv="refresh" content="{{.}}"></noscript>
            {{/refresh}}            <script src="{{scriptPath}}" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">⟦跳到正文|Skip to content⟧</a>
            <header class="top">
            <p class="brand"><a href="/"><span lang="zh-Hans">合规</span> <span lang="en">Hegui</span></a></p>
            <nav aria-label="⟦主导航|Main⟧"><ul>
            {{#navigation}}<li><a href="{{path}}"{{#current}} aria-current="{{.}}"{{/current}}>{{label}}</a></li>
            {{/navigation}}</ul></nav>
            <div class="who">
            {{#role}}<span class="person">{{#person}}{{.}} · {{/person}}{{role}}</span>{{/role}}
            {{#logoutToken}}<form method="post" action="/logout"><input type="hidden" name="token" value="{{.}}"><button class="quiet">⟦退出登录|Log out⟧</button></form>{{/logoutToken}}
            <a class="language" href="{{switchPath}}" lang="⟦en|zh-Hans⟧" hreflang="⟦en|zh-Hans⟧">⟦English|中文⟧</a>
            </div>
            </header>
            <main id="main" tabindex="-1">
            {{{body}}}
            </main>
            <footer class="bottom">
            <p>⟦本结果是对所给文字的规则筛查，不是法律意见或行政认定；是否违法由主管部门认定。|A rule-based screening of the text given; not legal advice or an administrative finding.⟧</p>
            <p class="small">{{#version}}Hegui {{.}}{{/version}}{{#packs}} · ⟦规则包|rule pack⟧ <code>{{.}}</code>{{/packs}}</p>
            </footer>
            </body>
            </html>

            """
    }

    /// What went wrong.
    struct ProblemView: PageView {
        let status: Int
        let heading: String
        let detail: String
        let request: String

        static let template = """
            <h1>{{heading}}</h1>
            <p class="lead">{{detail}}</p>
            <p><a href="/">⟦回到单笔筛查|Back to Check⟧</a></p>
            <p class="small">⟦状态|Status⟧ {{status}} · ⟦请求编号|request⟧ <code>{{request}}</code></p>
            """
    }
#endif

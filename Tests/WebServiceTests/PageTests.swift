#if Service
    import Foundation
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import NIOCore
    import Testing

    @testable import WebService

    /// What pages show, in this process; how they look is for `Tests/Browser`.
    struct PageTests {
        private static let form = HTTPFields([
            HTTPField(name: .contentType, value: "application/x-www-form-urlencoded")
        ])

        private static func escaped(_ text: String) -> String { PageText.escaped(text) }

        /// The value of the first field called `token` behind `mark`.
        private static func token(in page: String, behind mark: String) throws -> String {
            let start = try #require(page.range(of: mark))
            let field = try #require(page[start.upperBound...].range(of: "name=\"token\" value=\""))
            return String(page[field.upperBound...].prefix { $0 != "\"" })
        }

        @Test(
            "Every page is whole in both languages, and runs nothing inline",
            arguments: [
                "/", "/?name=RWA", "/notices", "/notices/yinfa-2026-42", "/notices/yinfa-2026-42/en", "/rules",
                "/rules/yinfa-2026-42/mining", "/decisions", "/decisions/verification", "/batch", "/compare",
            ],
            ["zh", "en"]
        )
        func wholePages(path: String, language: String) async throws {
            let mark = path.contains("?") ? "&" : "?"
            try await SampleService().test { client in
                try await client.execute(uri: "\(path)\(mark)lang=\(language)", method: .get) { response in
                    #expect(response.status == .ok)
                    let page = String(buffer: response.body)
                    #expect(page.contains("<html lang=\"\(language == "zh" ? "zh-Hans" : "en")\">"))
                    #expect(!page.contains("⟦") && !page.contains("{{") && !page.contains("}}"))
                    #expect(page.contains("<h1>") && page.contains("id=\"main\""))
                    #expect(!page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick="))
                    #expect(!page.contains("<script>"))
                    #expect(response.headers[.contentSecurityPolicy]?.contains("script-src 'self'") == true)
                    #expect(response.headers[.setCookie]?.hasPrefix("hegui_lang=\(language);") == true)
                }
            }
        }

        @Test("What a record holds is text on the page, never markup")
        func escapedRecord() async throws {
            let name = Self.escaped("<script>alert(1)</script>\"'RWA公司")
            try await SampleService().test { client in
                let page = try await client.execute(uri: "/?name=\(name)", method: .get) { String(buffer: $0.body) }
                #expect(!page.contains("<script>alert"))
                #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
                #expect(page.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;"))
            }
        }

        @Test("Marks stand around the words that fired, beside Chinese and emoji")
        func marks() async throws {
            try await SampleService().test { client in
                let body = "name=\(Self.escaped("😀深圳前海RWA👍🏽科技有限公司"))&scope=\(Self.escaped("𠮷品；稳定币结算"))"
                let piece = try await client.execute(
                    uri: "/check/verdict",
                    method: .post,
                    headers: Self.form,
                    body: ByteBuffer(string: body)
                ) { String(buffer: $0.body) }
                #expect(piece.contains("😀深圳前海<mark>RWA</mark>👍🏽科技有限公司"))
                #expect(piece.contains("𠮷品；<mark>稳定币"))
                #expect(!piece.contains("<html"))
            }
        }

        @Test("A change that takes the banned word out is shown with what its verdict would be")
        func change() async throws {
            try await SampleService().test { client in
                let name = Self.escaped("深圳前海RWA数字科技有限公司")
                let page = try await client.execute(uri: "/?name=\(name)", method: .get) { String(buffer: $0.body) }
                #expect(page.contains("data-value=\"深圳前海数字科技有限公司\""))
                #expect(page.contains("badge clear\">未命中（限所列规则与文本）"))
                let tried = try await client.execute(
                    uri: "/",
                    method: .post,
                    headers: Self.form,
                    body: ByteBuffer(string: "name=\(name)&try-name=\(Self.escaped("深圳前海数字科技有限公司"))")
                ) { String(buffer: $0.body) }
                #expect(tried.contains("verdict clear"))
            }
        }

        @Test(
            "The note for the file says when, by whom, from what, under which texts, and how far they can be relied on"
        )
        func fileNote() async throws {
            try await SampleService().test { client in
                let query =
                    "name=\(Self.escaped("前海RWA科技有限公司"))&source=\(Self.escaped("登记查询"))&source-date=2026-11-01&operator=wang"
                let page = try await client.execute(uri: "/?\(query)", method: .get) { String(buffer: $0.body) }
                for words in [
                    "规则适用日：", "操作人：wang", "登记查询（资料日期2026-11-01）", "sha256:", "非官方重构文本", "不是法律意见或行政认定",
                ] {
                    #expect(page.contains(words), "\(words)")
                }
            }
        }

        @Test("A decision is kept by a form of this service, once, and by no other")
        func keeping() async throws {
            try await SampleService().test { client in
                let name = Self.escaped("前海RWA科技有限公司")
                func send(_ token: String) async throws -> (HTTPResponse.Status, String?) {
                    try await client.execute(
                        uri: "/decisions",
                        method: .post,
                        headers: Self.form,
                        body: ByteBuffer(string: "name=\(name)&operator=wang&token=\(Self.escaped(token))")
                    ) { ($0.status, $0.headers[.location]) }
                }
                #expect(try await send("").0 == .forbidden)
                #expect(try await send("1.2.3").0 == .forbidden)
                let page = try await client.execute(uri: "/?name=\(name)", method: .get) { String(buffer: $0.body) }
                let token = try Self.token(in: page, behind: "action=\"/decisions\"")
                let kept = try await send(token)
                #expect(kept.0 == .seeOther)
                #expect(try await send(token).0 == .conflict)
                let path = try #require(kept.1)
                let decision = try await client.execute(uri: path, method: .get) { String(buffer: $0.body) }
                #expect(decision.contains("前海<mark>RWA</mark>科技有限公司"))
                // A prohibition can't be waived, and the page says so.
                let second = try Self.token(in: decision, behind: "action=\"\(path.prefix { $0 != "?" })\"")
                try await client.execute(
                    uri: String(path.prefix { $0 != "?" }),
                    method: .post,
                    headers: Self.form,
                    body: ByteBuffer(
                        string: "kind=waived&day=2099-01-01&note=x&operator=wang&token=\(Self.escaped(second))"
                    )
                ) { response in
                    #expect(response.status == .unprocessableContent)
                    #expect(String(buffer: response.body).contains("不得暂缓"))
                }
                let list = try await client.execute(uri: "/decisions?name=rwa", method: .get) {
                    String(buffer: $0.body)
                }
                #expect(list.contains("前海RWA科技有限公司"))
                let none = try await client.execute(uri: "/decisions?verdict=clear", method: .get) {
                    String(buffer: $0.body)
                }
                #expect(!none.contains("前海RWA科技有限公司"))
            }
        }

        @Test("A viewer sees no report, and no form that decides")
        func viewer() async throws {
            let (viewer, viewerLine) = AccessTokens.make(role: .viewer, name: "li")
            let (officer, officerLine) = AccessTokens.make(role: .officer, name: "wang")
            try await SampleService(tokens: "\(viewerLine)\n\(officerLine)\n").test { client in
                func logIn(_ token: String) async throws -> HTTPFields {
                    let cookie = try await client.execute(
                        uri: "/login",
                        method: .post,
                        headers: Self.form,
                        body: ByteBuffer(string: "token=\(token)")
                    ) { response in
                        #expect(response.status == .seeOther)
                        return response.headers[.setCookie]
                    }
                    var fields = Self.form
                    fields[.cookie] = cookie.map { String($0.prefix { $0 != ";" }) }
                    return fields
                }
                try await client.execute(uri: "/decisions", method: .get) { response in
                    #expect(response.status == .seeOther)
                    #expect(response.headers[.location] == "/login?next=%2Fdecisions")
                }
                let wang = try await logIn(officer)
                let name = Self.escaped("前海RWA科技有限公司")
                let page = try await client.execute(uri: "/?name=\(name)", method: .get, headers: wang) {
                    String(buffer: $0.body)
                }
                let token = try Self.token(in: page, behind: "action=\"/decisions\"")
                let body = "name=\(name)&kind=reported&party=bureau-x&day=2026-01-01&token=\(Self.escaped(token))"
                let path = try await client.execute(
                    uri: "/decisions",
                    method: .post,
                    headers: wang,
                    body: ByteBuffer(string: body)
                ) { $0.headers[.location] }
                let decision = String(try #require(path).prefix { $0 != "?" })
                let seen = try await client.execute(uri: decision, method: .get, headers: wang) {
                    String(buffer: $0.body)
                }
                #expect(seen.contains("bureau-x"))
                let li = try await logIn(viewer)
                for path in [decision, "/decisions", "/?name=\(name)"] {
                    let page = try await client.execute(uri: path, method: .get, headers: li) {
                        String(buffer: $0.body)
                    }
                    #expect(page.contains("前海"))
                    #expect(!page.contains("bureau-x") && !page.contains("已报告"))
                    #expect(!page.contains("method=\"post\" action=\"/decisions"))
                }
                for path in ["/decisions/verification", "/decisions/export?format=csv"] {
                    try await client.execute(uri: path, method: .get, headers: li) { #expect($0.status == .forbidden) }
                }
            }
        }

        @Test("A notice that is sent is read and shown as text, and nothing is kept")
        func preview() async throws {
            let boundary = "----hegui"
            let notice =
                "<html><body><h1>关于测试的通知</h1><p>一、总则</p><p>（一）加强管理。任何单位不得发行代币。</p>"
                + "<p>（二）不得&lt;script&gt;alert(1)&lt;/script&gt;发行票券。</p></body></html>"
            let body =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n"
                + "Content-Type: text/html\r\n\r\n\(notice)\r\n--\(boundary)--\r\n"
            try await SampleService().test { client in
                try await client.execute(
                    uri: "/notices/preview",
                    method: .post,
                    headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
                    body: ByteBuffer(string: body)
                ) { response in
                    #expect(response.status == .ok)
                    let page = String(buffer: response.body)
                    #expect(page.contains("发行代币"))
                    #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
                }
            }
        }

        @Test("A notice shows what enforces its norms, what doesn't, and how far its text can be relied on")
        func noticePage() async throws {
            try await SampleService().test { client in
                let page = try await client.execute(uri: "/notices/yinfa-2026-42", method: .get) {
                    String(buffer: $0.body)
                }
                #expect(page.contains("norm enforced"))
                #expect(page.contains("href=\"/rules/yinfa-2026-42/registration-terms\""))
                #expect(page.contains("norm waived"))
                #expect(page.contains("非官方重构文本"))
            }
        }

        @Test("A rule says why it fired on a record, or why not")
        func tryingARule() async throws {
            try await SampleService().test { client in
                for (name, heading) in [("前海RWA科技有限公司", "已触发"), ("上海晨曦科技有限公司", "未触发")] {
                    try await client.execute(
                        uri: "/rules/yinfa-2026-42/registration-terms",
                        method: .post,
                        headers: Self.form,
                        body: ByteBuffer(string: "name=\(Self.escaped(name))")
                    ) { #expect(String(buffer: $0.body).contains(heading)) }
                }
            }
        }

        @Test("Browsers get problems as pages, programs as JSON")
        func problems() async throws {
            try await SampleService().test { client in
                try await client.execute(uri: "/nothing", method: .get, headers: [.accept: "text/html"]) { response in
                    #expect(response.status == .notFound)
                    #expect(String(buffer: response.body).contains("<h1>"))
                }
                try await client.execute(uri: "/nothing", method: .get) { response in
                    #expect(response.headers[.contentType]?.hasPrefix("application/problem+json") == true)
                }
                try await client.execute(uri: "/decisions/nosuchone123", method: .get) {
                    #expect($0.status == .notFound)
                }
            }
        }

        @Test("After logging in one gets where one wanted to go, and nowhere else")
        func nextPath() {
            #expect(LoginPages.safePath("/rules?pack=a") == "/rules?pack=a")
            for path in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", nil] {
                #expect(LoginPages.safePath(path) == "/")
            }
        }

        @Test("Style and script are served under a name that holds their digest, to be kept for good")
        func assets() async throws {
            try await SampleService().test { client in
                let path = PageAssets().style.path
                try await client.execute(uri: path, method: .get) { response in
                    #expect(response.headers[.cacheControl]?.contains("immutable") == true)
                    #expect(response.headers[.contentType]?.hasPrefix("text/css") == true)
                }
                try await client.execute(uri: "/assets/hegui.0.css", method: .get) { #expect($0.status == .notFound) }
            }
        }

        @Test("A file of a form is taken byte by byte, and what isn't a form is refused")
        func multipart() throws {
            let type = "multipart/form-data; boundary=x"
            let body =
                Array(
                    "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"C:\\b.txt\"\r\n\r\n1\r\n2\r\n--x\r\n"
                        .utf8
                )
                + Array("Content-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--x--\r\n".utf8)
            let form = try FormFields(multipart: body, contentType: type)
            #expect(form.files["a"]?.bytes == Array("1\r\n2".utf8))
            #expect(form.files["a"]?.name == "b.txt")
            #expect(form.all("b") == [""])
            for broken in ["", "--x", "--x\r\n", "--x\r\n\r\n\r\n--x--", "--y--", "--x--"] where broken != "--x--" {
                #expect(throws: Problem.self) { try FormFields(multipart: Array(broken.utf8), contentType: type) }
            }
        }
    }
#endif

#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText

    /// Showing a token, and leaving.
    struct LoginPages: RouteGroup {
        let pages: PageRenderer

        var routes: [Route] {
            let next = RouteParameter.query("next", .text(limit: 2000), "Where to go then.")
            return [
                .page(.get, "/login", role: .anyone, parameters: [next]) { [pages] request in
                    guard request.service.tokens != nil else { return .see("/") }
                    return Self.page(pages, request, next: request.query["next"], isWrong: false)
                },
                .page(.post, "/login", role: .anyone) { [pages] request in
                    let form = try await request.form()
                    try Self.checkSite(request)
                    guard let tokens = request.service.tokens else { return .see("/") }
                    guard let token = form["token"], let holder = tokens.holder(of: token) else {
                        return Self.page(pages, request, next: form["next"], isWrong: true)
                    }
                    let session = request.service.sessions.begin(
                        name: holder.name,
                        role: holder.role,
                        now: WallClock.now
                    )
                    var response = Response.see(Self.safePath(form["next"]))
                    let settings = request.service.settings
                    let secure = settings.certificate != nil || settings.isBehindProxy ? "; Secure" : ""
                    response.headers[values: .setCookie].append(
                        "\(AccessCheck.cookie)=\(session); Path=/; HttpOnly; SameSite=Lax\(secure)"
                    )
                    return response
                },
                .page(.post, "/logout", role: .viewer) { request in
                    _ = try await request.signedForm()
                    if case .session(let id) = request.caller.proof { request.service.sessions.end(id) }
                    var response = Response.see("/login")
                    response.headers[values: .setCookie].append(
                        "\(AccessCheck.cookie)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
                    )
                    return response
                },
            ]
        }

        private static func page(
            _ pages: PageRenderer,
            _ request: ServiceRequest,
            next: String?,
            isWrong: Bool
        ) -> Response {
            pages.page(
                LoginView(nextPath: safePath(next), isWrong: isWrong),
                title: LocalizedText(zh: "登录", en: "Log in"),
                part: nil,
                for: request,
                status: isWrong ? .unauthorized : .ok
            )
        }

        /// `path` where it leads to a page of this service, or else the first page.
        static func safePath(_ path: String?) -> String {
            guard let path, path.hasPrefix("/"), !path.hasPrefix("//"),
                path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
            else { return "/" }
            return path
        }

        /// Keeps other sites from logging a browser in as somebody else.
        private static func checkSite(_ request: ServiceRequest) throws(Problem) {
            guard let site = request.request.headers[.secFetchSite], site != "same-origin", site != "none" else {
                return
            }
            throw .malformed(LocalizedText(zh: "登录须从本服务的页面提交", en: "Log in on a page of this service"))
        }
    }

    /// The form that takes a token.
    struct LoginView: PageView {
        let nextPath: String
        let isWrong: Bool

        static let template = """
            <h1>⟦登录|Log in⟧</h1>
            <p>⟦请输入管理员发给您的令牌（hegui_…）。|Enter the token that your administrator gave you (hegui_…).⟧</p>
            <form method="post" action="/login" class="narrow">
            <input type="hidden" name="next" value="{{nextPath}}">
            {{#isWrong}}<p class="wrong" role="alert" id="wrong">⟦令牌无效。|The token is not valid.⟧</p>{{/isWrong}}
            <label for="token">⟦令牌|Token⟧</label>
            <input type="password" id="token" name="token" autocomplete="current-password" required autofocus{{#isWrong}} aria-describedby="wrong" aria-invalid="true"{{/isWrong}}>
            <p><button>⟦登录|Log in⟧</button></p>
            </form>
            """
    }
#endif

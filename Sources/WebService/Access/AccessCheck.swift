#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText

    /// Tells who sent a request, and keeps other sites from sending any in a user's name.
    struct AccessCheck: Sendable {
        let service: ScreeningService

        /// The cookie that holds a session.
        static let cookie = "hegui_session"

        /// Who sent `request`; `now` is in seconds since 1970.
        ///
        /// - Throws: A ``Problem`` where the request shows a token that nobody holds, or names a host that isn't this one.
        func caller(of request: Request, now: Int) throws(Problem) -> Caller {
            guard let tokens = service.tokens else {
                try checkHost(request)
                return .local
            }
            if let header = request.headers[.authorization] {
                let words = header.split(separator: " ")
                guard words.count == 2, words[0].lowercased() == "bearer", let holder = tokens.holder(of: words[1])
                else {
                    throw Self.unknownToken
                }
                return Caller(name: holder.name, role: holder.role, proof: .token)
            }
            return session(of: request).flatMap { service.sessions.caller($0, now: now) } ?? .stranger
        }

        /// The value of the session's cookie.
        private func session(of request: Request) -> String? {
            for cookies in request.headers[values: .cookie] {
                for pair in cookies.split(separator: ";") {
                    let sides = pair.split(separator: "=", maxSplits: 1)
                    if sides.count == 2, String(sides[0]).trimmingBlanks() == Self.cookie {
                        return String(sides[1]).trimmingBlanks()
                    }
                }
            }
            return nil
        }

        /// Sees to it that `caller` may ask for `route`.
        func checkRole(_ caller: Caller, _ route: Route) throws(Problem) {
            if caller.role >= route.role { return }
            throw caller.role == .anyone ? Self.tokenNeeded : Self.notAllowed(caller.role, needed: route.role)
        }

        /// Where there are no tokens, whoever reaches the service is an officer: so a page of another site that has a name of
        /// its own point at this machine must not (DNS rebinding).
        private func checkHost(_ request: Request) throws(Problem) {
            guard let authority = request.head.authority else { return }
            let host = Self.host(of: authority)
            if ["localhost", "::1", service.settings.host].contains(host) { return }
            let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
            if numbers.count == 4, numbers[0] == "127", numbers.allSatisfy({ UInt8($0) != nil }) { return }
            throw Problem(
                "access/foreign-host",
                .misdirectedRequest,
                title: LocalizedText(zh: "主机名不属于本服务", en: "The host is not this service"),
                detail: LocalizedText(
                    zh: "未设令牌时只接受localhost或127.0.0.1",
                    en: "Without tokens only localhost and 127.0.0.1 are answered"
                )
            )
        }

        /// Keeps pages of other sites from changing anything with the rights that a browser has here: its sessions, or those of
        /// whoever is on this machine. A token in a header isn't sent by browsers on their own.
        func checkSite(_ request: Request, _ caller: Caller) throws(Problem) {
            switch caller.proof {
            case .token, .none: return
            case .local, .session: break
            }
            guard ![.get, .head, .options].contains(request.method) else { return }
            if let site = request.headers[.secFetchSite] {
                if site == "same-origin" || site == "none" { return }
                throw Self.foreignSite
            }
            guard let origin = request.headers[.origin] else { return }
            let forwarded = service.settings.isBehindProxy ? request.headers[.xForwardedHost] : nil
            guard let range = origin.firstRange(of: "://"), let host = forwarded ?? request.head.authority,
                origin[range.upperBound...].lowercased() == host.lowercased()
            else { throw Self.foreignSite }
        }

        private static func host(of authority: String) -> String {
            let name = authority.lowercased()
            if name.hasPrefix("[") { return String(name.dropFirst().prefix { $0 != "]" }) }
            return String(name.prefix { $0 != ":" })
        }

        private static let unknownToken = Problem(
            "access/unknown-token",
            .unauthorized,
            title: LocalizedText(zh: "令牌无效", en: "The token is not valid"),
            detail: LocalizedText(
                zh: "应为“Authorization: Bearer hegui_…”",
                en: "Expected 'Authorization: Bearer hegui_…'"
            )
        )

        private static let tokenNeeded = Problem(
            "access/token-needed",
            .unauthorized,
            title: LocalizedText(zh: "需要令牌", en: "A token is needed"),
            detail: LocalizedText(
                zh: "应为“Authorization: Bearer hegui_…”",
                en: "Expected 'Authorization: Bearer hegui_…'"
            )
        )

        private static func notAllowed(_ role: Role, needed: Role) -> Problem {
            Problem(
                "access/role",
                .forbidden,
                title: LocalizedText(zh: "没有权限", en: "The caller may not do this"),
                detail: LocalizedText(
                    zh: "令牌的角色是\(role.rawValue)，需要\(needed.rawValue)",
                    en: "The token's role is \(role.rawValue); expected \(needed.rawValue)"
                )
            )
        }

        private static let foreignSite = Problem(
            "access/foreign-site",
            .forbidden,
            title: LocalizedText(zh: "请求来自其他网站", en: "The request comes from another site"),
            detail: LocalizedText(
                zh: "只有本服务的页面可以在浏览器中作更改",
                en: "Only pages of this service may change anything from a browser"
            )
        )
    }

    extension HTTPField.Name {
        static let secFetchSite = named("Sec-Fetch-Site")
        static let xForwardedHost = named("X-Forwarded-Host")
        static let xRequestID = named("X-Request-ID")
        static let referrerPolicy = named("Referrer-Policy")
        static let crossOriginOpener = named("Cross-Origin-Opener-Policy")
        static let crossOriginResource = named("Cross-Origin-Resource-Policy")

        private static func named(_ name: String) -> HTTPField.Name {
            guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header field") }
            return field
        }
    }
#endif

#if Service
    import Reporting
    import HTTPTypes
    package import Hummingbird
    import LegalText
    import Logging
    import NIOHTTP1

    /// Answers every request: finds the route, checks what comes, and words what goes wrong.
    package struct ServiceResponder: HTTPResponder {
        package typealias Context = ServiceContext

        private let service: ScreeningService
        private let access: AccessCheck

        /// Creates a responder.
        package init(_ service: ScreeningService) {
            self.service = service
            access = AccessCheck(service: service)
        }

        /// How far a request has come, for the log and for the words of a problem.
        private struct Progress {
            var route: (number: Int, route: Route)?
            var caller = Caller.stranger
        }

        /// Answers `request`.
        package func respond(to request: Request, context: ServiceContext) async throws -> Response {
            let start = MonotonicTime.now
            let id = context.logger[metadataKey: "hb.request.id"].map { "\($0)" } ?? RandomText.make()
            var progress = Progress()
            var response: Response
            do {
                response = try await answer(request, context, id, &progress)
            } catch let error as HTTPParserError {
                // The connection has answered for itself.
                throw error
            } catch let problem as Problem {
                response = self.response(to: problem, request, id, progress)
            } catch {
                context.logger.error("request failed", metadata: ["error": "\(type(of: error)): \(error)"])
                response = self.response(to: .internalError, request, id, progress)
            }
            SecurityHeaders.add(to: &response, for: Self.audience(of: request, progress))
            response.headers[.xRequestID] = id
            if service.isStopping { response.headers[.connection] = "close" }
            if request.method == .head { response = response.createHeadResponse() }
            let seconds = MonotonicTime.seconds(since: start)
            service.metrics.noteAnswer(route: progress.route?.number, status: response.status.code, seconds: seconds)
            // The query and the body hold what is screened, so neither is here.
            context.logger.info(
                "request",
                metadata: [
                    "method": .string(request.method.rawValue),
                    "route": .string(progress.route?.route.path ?? "-"),
                    "status": .string(String(response.status.code)),
                    "ms": .string(String(Int(seconds * 1_000_000 + 500) / 1000)),
                    "caller": .string(progress.caller.name),
                ]
            )
            return response
        }

        private func answer(
            _ request: Request,
            _ context: ServiceContext,
            _ id: String,
            _ progress: inout Progress
        ) async throws -> Response {
            let path = request.uri.path
            switch try service.table.match(request.method, path) {
            case .nothing:
                progress.caller = try access.caller(of: request, now: WallClock.now)
                throw Problem.notFound(LocalizedText(zh: "没有这个路径", en: "There is nothing at this path"))
            case .otherMethods(let methods):
                progress.caller = try access.caller(of: request, now: WallClock.now)
                throw Problem.methodNotAllowed(methods)
            case .route(let route, let number, let parameters):
                progress.route = (number, route)
                progress.caller = try access.caller(of: request, now: WallClock.now)
                try access.checkRole(progress.caller, route)
                try access.checkSite(request, progress.caller)
                let query = try RequestQuery(request.uri.query ?? "")
                try Self.check(query, parameters, route)
                try Self.checkAccept(request, route)
                guard service.requests.enter() else { throw Problem.busy("--requests") }
                defer { service.requests.leave() }
                return try await route.answering(
                    ServiceRequest(
                        request: request,
                        id: id,
                        route: route,
                        parameters: parameters,
                        query: query,
                        caller: progress.caller,
                        language: Negotiation.language(request.headers[.acceptLanguage]),
                        state: service.engine.state,
                        service: service,
                        logger: context.logger
                    )
                )
            }
        }

        /// Holds parameters to what the route says of them.
        private static func check(
            _ query: RequestQuery,
            _ parameters: [String: String],
            _ route: Route
        ) throws(Problem) {
            for name in query.names {
                guard let parameter = route.parameters.first(where: { $0.name == name && $0.place == .query }) else {
                    let known = route.parameters.filter { $0.place == .query }.map(\.name).joined(separator: ", ")
                    throw .query(
                        String(name.prefix(60)),
                        LocalizedText(
                            zh: known.isEmpty ? "此处没有查询参数" : "不存在；可用的参数：\(known)",
                            en: known.isEmpty ? "there are no parameters here" : "is not known; parameters are \(known)"
                        )
                    )
                }
                let values = query.all(name)
                guard parameter.isRepeated || values.count == 1 else {
                    throw .query(name, LocalizedText(zh: "只能出现一次", en: "expected once at most"))
                }
                for value in values {
                    if let fault = parameter.fault(of: value) { throw .query(name, fault) }
                }
            }
            for parameter in route.parameters {
                switch parameter.place {
                case .query:
                    if parameter.isRequired, query[parameter.name] == nil {
                        throw .query(parameter.name, LocalizedText(zh: "缺少", en: "is missing"))
                    }
                case .path:
                    if parameter.fault(of: parameters[parameter.name] ?? "") != nil {
                        throw .notFound(LocalizedText(zh: "没有这个路径", en: "There is nothing at this path"))
                    }
                }
            }
        }

        private static func checkAccept(_ request: Request, _ route: Route) throws(Problem) {
            guard let accept = request.headers[.accept], let operation = route.operation else { return }
            let types = operation.answer.map(\.type)
            guard types.isEmpty || types.contains(where: { Negotiation.admits($0, accept) }) else {
                throw .notAcceptable(types)
            }
        }

        /// For whom the answer is: where there is no route, a browser says by what it takes that a person is there.
        private static func audience(of request: Request, _ progress: Progress) -> Route.Audience {
            if let route = progress.route?.route { return route.audience }
            return request.headers[.accept]?.contains("text/html") == true ? .browser : .program
        }

        /// The answer that tells of `problem`.
        private func response(to problem: Problem, _ request: Request, _ id: String, _ progress: Progress) -> Response {
            var response: Response
            if Self.audience(of: request, progress) == .browser {
                if problem.status == .unauthorized {
                    let next = request.method == .get ? PageText.query([("next", request.uri.description)]) : ""
                    response = Response(status: .seeOther, headers: [.location: "/login\(next)"])
                } else {
                    let page = service.problemPage(problem, progress.caller, request, id)
                    response = .text(page, "text/html; charset=utf-8", status: problem.status)
                }
            } else {
                let language = Negotiation.language(request.headers[.acceptLanguage])
                let document = problem.document(in: language, request: id)
                response = .text(
                    document.indented + "\n",
                    "application/problem+json; charset=utf-8",
                    status: problem.status
                )
                response.headers[.contentLanguage] = language.rawValue
                response.headers[.vary] = "Accept-Language"
                if problem.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
            }
            if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
            if !problem.allowed.isEmpty {
                response.headers[.allow] = problem.allowed.map(\.rawValue).joined(separator: ", ")
            }
            if problem.closesConnection { response.headers[.connection] = "close" }
            return response
        }
    }
#endif

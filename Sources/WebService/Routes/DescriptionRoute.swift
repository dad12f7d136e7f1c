#if Service
    import HTTPTypes
    import Hummingbird
    import Reporting

    /// The description of the API (OpenAPI 3.1), made of the routes themselves.
    package struct DescriptionRoute: RouteGroup {
        private let groups: [any RouteGroup]

        /// Creates the group; `groups` are described.
        package init(_ groups: [any RouteGroup]) {
            self.groups = groups
        }

        package var routes: [Route] {
            let own = Operation(
                "describe",
                "This description.",
                tag: "operation",
                answer: [.init("application/json")]
            )
            // It describes itself too, of which its answer isn't a part.
            let itself = Route(.get, "/openapi.json", role: .anyone, operation: own) { _ in throw Problem.internalError
            }
            let all = groups.flatMap(\.routes) + [itself]
            return [
                Route(.get, "/openapi.json", role: .anyone, operation: own) { request in
                    request.service.description(of: all)
                }
            ]
        }
    }

    extension ScreeningService {
        func description(of routes: [Route]) -> Response {
            .json(APIDescription(routes, version: settings.version, hasTokens: tokens != nil).document)
        }
    }
#endif

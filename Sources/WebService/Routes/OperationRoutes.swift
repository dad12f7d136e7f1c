#if Service
    import Hummingbird
    import LegalText
    import Reporting

    /// What those who run the service ask of it.
    package struct OperationRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/healthz",
                    role: .anyone,
                    operation: Operation(
                        "health",
                        "Whether the process answers at all.",
                        tag: "operation",
                        answer: [.init("text/plain")]
                    )
                ) { _ in .text("ok\n", "text/plain; charset=utf-8") },
                Route(
                    .get,
                    "/readyz",
                    role: .anyone,
                    operation: Operation(
                        "ready",
                        "Whether requests should be sent here: not while the service is stopping.",
                        tag: "operation",
                        answer: [.init("application/json", "Readiness")]
                    )
                ) { request in
                    if request.service.isStopping { throw Problem.stopping }
                    let packs = request.state.packs.values.map(\.identity).sorted { $0.id < $1.id }
                    return .json([
                        "schema": "hegui/readiness/1", "ready": .bool(true),
                        "version": .string(request.service.settings.version),
                        "packs": .strings(packs.map { "\($0.id) \($0.version) \($0.digest)" }),
                    ])
                },
                Route(
                    .get,
                    "/metrics",
                    role: .viewer,
                    operation: Operation(
                        "metrics",
                        "What the service counts, in the text format of Prometheus.",
                        tag: "operation",
                        answer: [.init("text/plain")]
                    )
                ) { request in
                    let service = request.service
                    let text = service.metrics.text([
                        "hegui_connections": service.connections.count,
                        "hegui_requests_running": service.requests.count,
                        "hegui_batches_running": service.batches.count,
                    ])
                    return .text(text, "text/plain; version=0.0.4; charset=utf-8")
                },
            ]
        }
    }

    extension Problem {
        /// The service was told to stop.
        static let stopping: Problem = {
            var problem = Problem(
                "service/stopping",
                .serviceUnavailable,
                title: LocalizedText(zh: "服务正在停止", en: "The service is stopping"),
                detail: LocalizedText(zh: "请稍后再试", en: "Please try again soon")
            )
            problem.retryAfter = 5
            return problem
        }()
    }
#endif

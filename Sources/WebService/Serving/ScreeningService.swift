#if Service
    import Reporting
    package import DecisionLog
    import HTTPTypes
    package import Hummingbird
    package import Logging
    import Synchronization

    /// The service with all that its routes share.
    package final class ScreeningService: Sendable {
        /// How the service is run.
        package let settings: ServiceSettings

        /// The notices and rules.
        package let engine: Engine

        /// The log of decisions.
        package let decisions: DecisionStore

        /// What is counted.
        package let metrics: ServiceMetrics

        /// The browsers that are logged in.
        package let sessions = Sessions()

        /// What forms carry.
        package let forms = FormTokens()

        /// The files that people sent.
        package let uploads: UploadShelf

        /// Where longer work is done.
        package let threads: WorkThreads

        /// Keeps too many batches from running at a time.
        let batches: Gate

        /// Keeps too many requests from being worked on at a time.
        let requests: Gate

        /// The connections that are open.
        let connections = ConnectionCount()

        /// Every route.
        package let table: RouteTable

        /// Makes the page that says what is wrong, for routes for browsers.
        let problemPage: ProblemPage

        /// The log of the service.
        package let logger: Logger

        private let known: Mutex<AccessTokens?>
        private let stopping = Mutex(false)

        /// Makes the answer that tells a browser of a problem; the caller is known as far as it could be.
        package typealias ProblemPage = @Sendable (Problem, Caller, Request, String) -> String

        /// Makes a service of the routes of `groups`.
        ///
        /// - Throws: What is wrong with the file of tokens.
        package init(
            settings: ServiceSettings,
            engine: Engine,
            decisions: DecisionStore,
            threads: WorkThreads,
            groups: [any RouteGroup],
            logger: Logger,
            problemPage: @escaping ProblemPage = { problem, _, _, _ in PlainProblemPage.html(problem) }
        ) throws {
            self.settings = settings
            self.engine = engine
            self.decisions = decisions
            self.threads = threads
            uploads = UploadShelf(store: settings.store, limits: settings.limits)
            self.logger = logger
            self.problemPage = problemPage
            table = RouteTable(groups)
            metrics = ServiceMetrics(routes: table.routes.map { "\($0.method.rawValue) \($0.path)" })
            batches = Gate(limit: settings.limits.batches)
            requests = Gate(limit: settings.limits.requests)
            known = Mutex(
                try settings.tokenFile.map { path throws(AccessTokens.Failure) in try AccessTokens(path: path) }
            )
        }

        /// The tokens that let people in; `nil` where there is no file of them.
        package var tokens: AccessTokens? { known.withLock { $0 } }

        /// Whether the service was told to stop and only finishes what it began.
        package var isStopping: Bool { stopping.withLock { $0 } }

        /// Says that the service was told to stop.
        package func beginStopping() {
            stopping.withLock { $0 = true }
        }

        /// Reads rules, notices and tokens anew; where any of them can't be used, all stays as it was and the log says why.
        package func reload() {
            do {
                let new = try settings.tokenFile.map { path throws(AccessTokens.Failure) in try AccessTokens(path: path)
                }
                try engine.reload()
                let changed = known.withLock { known in
                    defer { known = new }
                    return known?.entries != new?.entries
                }
                if changed { sessions.endAll() }
                metrics.count("hegui_reloads_total")
                let packs = engine.state.packs.values.map { "\($0.identity.id) \($0.identity.digest)" }.sorted()
                logger.notice(
                    "rules and notices were read anew",
                    metadata: ["packs": "\(packs.joined(separator: ", "))"]
                )
            } catch {
                metrics.count("hegui_reloads_failed_total")
                logger.error("rules and notices can't be used; the old ones stay", metadata: ["error": "\(error)"])
            }
        }
    }
#endif

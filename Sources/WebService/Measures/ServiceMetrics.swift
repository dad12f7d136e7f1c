#if Service
    package import RecordModel
    import Synchronization

    /// What the service counts, for Prometheus.
    package final class ServiceMetrics: Sendable {
        private struct Counts {
            var requests: [RequestKey: Int] = [:]
            var times: [Int: TimeHistogram] = [:]
            var gauges: [String: Int] = [:]
            var counters: [String: Int] = [:]
            var findings: [Verdict.Level: Int] = [:]
        }

        private struct RequestKey: Hashable {
            let route: Int
            let status: Int
        }

        private let counts = Mutex(Counts())

        /// The routes by their number, as metrics name them.
        private let routes: [String]

        /// Creates counters of nothing for the routes called `routes`.
        package init(routes: [String]) {
            self.routes = routes
        }

        /// Counts an answer with `status` after `seconds` to the route of this number, or to none.
        func noteAnswer(route: Int?, status: Int, seconds: Double) {
            counts.withLock { counts in
                counts.requests[RequestKey(route: route ?? -1, status: status), default: 0] += 1
                counts.times[route ?? -1, default: TimeHistogram()].note(seconds)
            }
        }

        /// Adds to the counter called `name`.
        package func count(_ name: String, by number: Int = 1) {
            counts.withLock { $0.counters[name, default: 0] += number }
        }

        /// Adds to the gauge called `name`, or takes from it.
        package func move(_ name: String, by number: Int) {
            counts.withLock { $0.gauges[name, default: 0] += number }
        }

        /// Sets the gauge called `name`.
        package func set(_ name: String, to number: Int) {
            counts.withLock { $0.gauges[name] = number }
        }

        /// Counts records by verdict.
        package func noteVerdicts(_ levels: [Verdict.Level: Int]) {
            counts.withLock { $0.findings.merge(levels, uniquingKeysWith: +) }
        }

        /// The counts in the text format of Prometheus, with further gauges.
        package func text(_ gauges: [String: Int] = [:]) -> String {
            let counts = counts.withLock { $0 }
            var text = PrometheusText()
            text.begin("hegui_requests_total", .counter, "Requests answered, by route and status.")
            for (key, count) in counts.requests.sorted(by: {
                ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
            }) {
                text.add(count, labels: [("route", name(of: key.route)), ("status", String(key.status))])
            }
            text.begin("hegui_request_seconds", .histogram, "Time from a request's head to its answer's head.")
            for (route, histogram) in counts.times.sorted(by: { $0.key < $1.key }) {
                text.add(histogram, labels: [("route", name(of: route))])
            }
            text.begin("hegui_records_total", .counter, "Records screened, by verdict.")
            for level in Verdict.Level.allCases {
                text.add(counts.findings[level] ?? 0, labels: [("verdict", level.rawValue)])
            }
            for (name, count) in counts.counters.sorted(by: { $0.key < $1.key }) {
                text.begin(name, .counter, Self.help[name] ?? "")
                text.add(count)
            }
            for (name, value) in counts.gauges.merging(gauges, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key })
            {
                text.begin(name, .gauge, Self.help[name] ?? "")
                text.add(value)
            }
            return text.text
        }

        private func name(of route: Int) -> String {
            routes.indices.contains(route) ? routes[route] : "none"
        }

        private static let help = [
            "hegui_rows_total": "Rows of batches read, rejected ones included.",
            "hegui_rows_rejected_total": "Rows of batches that could not be read.",
            "hegui_batches_running": "Batches that are screened now.",
            "hegui_connections": "Connections that are open now.",
            "hegui_requests_running": "Requests that are worked on now.",
            "hegui_reloads_total": "Times that rules and notices were read anew.",
            "hegui_reloads_failed_total": "Times that they could not be used and the old ones were kept.",
            "hegui_refused_connections_total": "Connections beyond the limit.",
            "hegui_decisions": "Decisions in the log.",
            "hegui_decision_log_bytes": "Size of the decision log's file.",
        ]
    }
#endif

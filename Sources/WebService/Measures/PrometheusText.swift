#if Service
    /// Metrics in the text format of Prometheus.
    struct PrometheusText {
        private(set) var text = ""
        private var name = ""

        enum Kind: String {
            case counter, gauge, histogram
        }

        /// Begins the metric called `name`.
        mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
            self.name = name
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
        }

        /// Adds a value of the metric that was begun last.
        mutating func add(_ value: Int, labels: [(name: String, value: String)] = []) {
            text += "\(name)\(Self.written(labels)) \(value)\n"
        }

        /// Adds a histogram to the metric that was begun last.
        mutating func add(_ histogram: TimeHistogram, labels: [(name: String, value: String)]) {
            var total = 0
            let bounds = TimeHistogram.bounds.map { String($0) } + ["+Inf"]
            for (bound, count) in zip(bounds, histogram.counts) {
                total += count
                text += "\(name)_bucket\(Self.written(labels + [("le", bound)])) \(total)\n"
            }
            text += "\(name)_sum\(Self.written(labels)) \(histogram.sum)\n"
            text += "\(name)_count\(Self.written(labels)) \(total)\n"
        }

        private static func written(_ labels: [(name: String, value: String)]) -> String {
            if labels.isEmpty { return "" }
            let parts = labels.map { label in
                let value = label.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                return "\(label.name)=\"\(value.replacing("\n", with: "\\n"))\""
            }
            return "{\(parts.joined(separator: ","))}"
        }
    }
#endif

#if Service
    internal import FoundationEssentials
    internal import Glibc
    package import Logging
    import Reporting

    /// Writes the log to standard error, a line an event, as words or as JSON.
    package struct ServiceLog: LogHandler {
        package var metadata: Logger.Metadata = [:]
        package var logLevel: Logger.Level
        package var metadataProvider: Logger.MetadataProvider?
        private let format: ServiceSettings.LogFormat

        /// Creates a handler.
        package init(format: ServiceSettings.LogFormat, level: Logger.Level) {
            self.format = format
            logLevel = level
        }

        package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        package func log(event: LogEvent) {
            let members = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            let time = Date().formatted(.iso8601)
            switch format {
            case .json:
                let head: [JSONValue.Member] = [
                    .init(key: "time", value: .string(time)),
                    .init(key: "level", value: .string(event.level.rawValue)),
                    .init(key: "message", value: .string("\(event.message)")),
                ]
                let rest = members.map { JSONValue.Member(key: Self.name($0.key), value: .string("\($0.value)")) }
                Self.write(JSONValue.object(head + rest).compact + "\n")
            case .text:
                let rest = members.map { " \(Self.name($0.key))=\(Self.plain("\($0.value)"))" }.joined()
                Self.write("\(time) \(event.level.rawValue) \(Self.plain("\(event.message)"))\(rest)\n")
            }
        }

        private static func name(_ key: String) -> String {
            key == "hb.request.id" ? "request" : key
        }

        /// Text that can't be taken for a line of its own, whoever sent it.
        private static func plain(_ text: String) -> String {
            guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return text }
            return text.unicodeScalars.map { scalar in
                scalar.value < 0x20 || scalar.value == 0x7F ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
            }.joined()
        }

        /// Writes a line at once, so that lines of several threads don't mix.
        private static func write(_ line: String) {
            var line = line
            line.withUTF8 { bytes in
                var rest = UnsafeRawBufferPointer(bytes)
                while !rest.isEmpty {
                    let count = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
                    if count < 0 && errno == EINTR { continue }
                    if count <= 0 { return }
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                }
            }
        }
    }
#endif

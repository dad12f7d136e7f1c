#if Service
    import ArgumentParser
    import WebService
    import Yams

    /// What the service refuses to take, keep or wait for.
    struct LimitOptions: ParsableArguments {
        @Option(help: LimitSetting.bodyBytes.setting.help("bytes"))
        var bodyBytes: Int?

        @Option(help: LimitSetting.recordBytes.setting.help("bytes"))
        var recordBytes: Int?

        @Option(help: LimitSetting.batchRows.setting.help("number"))
        var batchRows: Int?

        @Option(help: LimitSetting.batchBytes.setting.help("bytes"))
        var batchBytes: Int?

        @Option(help: LimitSetting.uploadBytes.setting.help("bytes"))
        var uploadBytes: Int?

        @Option(help: LimitSetting.uploads.setting.help("number"))
        var uploads: Int?

        @Option(help: LimitSetting.uploadSpace.setting.help("bytes"))
        var uploadSpace: Int?

        @Option(help: LimitSetting.uploadTime.setting.help("seconds"))
        var uploadTime: Int?

        @Option(help: LimitSetting.batches.setting.help("number"))
        var batches: Int?

        @Option(help: LimitSetting.requests.setting.help("number"))
        var requests: Int?

        @Option(help: LimitSetting.connections.setting.help("number"))
        var connections: Int?

        @Option(help: LimitSetting.headerBytes.setting.help("bytes"))
        var headerBytes: Int?

        @Option(help: LimitSetting.idleTime.setting.help("seconds"))
        var idleTime: Int?

        @Option(help: LimitSetting.pauseTime.setting.help("seconds"))
        var pauseTime: Int?

        @Option(help: LimitSetting.bodyTime.setting.help("seconds"))
        var bodyTime: Int?

        @Option(help: LimitSetting.batchTime.setting.help("seconds"))
        var batchTime: Int?

        @Option(help: LimitSetting.unreadTime.setting.help("seconds"))
        var unreadTime: Int?

        @Option(help: LimitSetting.stopTime.setting.help("seconds"))
        var stopTime: Int?

        /// What the options say, by limit.
        private var given: [(limit: LimitSetting, value: Int?)] {
            [
                (.bodyBytes, bodyBytes),
                (.recordBytes, recordBytes),
                (.batchRows, batchRows),
                (.batchBytes, batchBytes),
                (.uploadBytes, uploadBytes),
                (.uploads, uploads),
                (.uploadSpace, uploadSpace),
                (.uploadTime, uploadTime),
                (.batches, batches),
                (.requests, requests),
                (.connections, connections),
                (.headerBytes, headerBytes),
                (.idleTime, idleTime),
                (.pauseTime, pauseTime),
                (.bodyTime, bodyTime),
                (.batchTime, batchTime),
                (.unreadTime, unreadTime),
                (.stopTime, stopTime),
            ]
        }

        func validate() throws {
            for (limit, value) in given {
                guard let value, limit.setting.value(in: Node(String(value))) == nil else { continue }
                throw ValidationError("--\(limit.setting.name) must be \(limit.setting.expectation).")
            }
        }

        /// Puts what the options say above what the file says.
        func override(_ configuration: inout Configuration) {
            for (limit, value) in given { configuration.override(limit.setting, value) }
        }
    }

    extension ServiceLimits {
        /// The limits of a configuration.
        init(_ configuration: Configuration) {
            self.init()
            for limit in LimitSetting.all {
                guard let value = configuration[limit.setting] else { continue }
                limit.apply(&self, value)
            }
        }
    }
#endif

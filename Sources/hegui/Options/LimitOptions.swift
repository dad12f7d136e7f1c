#if Service
    import ArgumentParser
    import WebService

    /// What the service refuses to take, keep or wait for, each with the reason why there is a limit.
    struct LimitOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Bytes of a body that is held in memory; the longest laws have about one megabyte.",
                valueName: "bytes"
            )
        )
        var bodyBytes = ServiceLimits().bodyBytes

        @Option(
            help: ArgumentHelp(
                "Bytes of one record; a registered scope has a few thousand, and long ones cost the most.",
                valueName: "bytes"
            )
        )
        var recordBytes = ServiceLimits().recordBytes

        @Option(
            help: ArgumentHelp(
                "Rows of one batch, so that none runs for days; more go into several.",
                valueName: "number"
            )
        )
        var batchRows = ServiceLimits().batchRows

        @Option(
            help: ArgumentHelp("Bytes of one batch, which is never held in memory.", valueName: "bytes")
        )
        var batchBytes = ServiceLimits().batchBytes

        @Option(help: ArgumentHelp("Batches at a time; each takes all cores. Beyond: 429.", valueName: "number"))
        var batches = ServiceLimits().batches

        @Option(
            help: ArgumentHelp(
                "Other requests at a time, so that each gets its share. Beyond: 503.",
                valueName: "number"
            )
        )
        var requests = ServiceLimits().requests

        @Option(
            help: ArgumentHelp(
                "Connections at a time; each costs memory and a file descriptor. Beyond: 503.",
                valueName: "number"
            )
        )
        var connections = ServiceLimits().connections

        @Option(
            help: ArgumentHelp(
                "Bytes of a request's path and header fields; nothing here needs more.",
                valueName: "bytes"
            )
        )
        var headerBytes = ServiceLimits().headerBytes

        @Option(
            help: ArgumentHelp("Seconds that a connection may be open without a request.", valueName: "seconds")
        )
        var idleTime = 60

        @Option(
            help: ArgumentHelp(
                "Seconds without a part of a body, after which its sender is taken for gone: 408.",
                valueName: "seconds"
            )
        )
        var pauseTime = 15

        @Option(
            help: ArgumentHelp(
                "Seconds for a whole body that isn't a batch, however little comes at a time: 408.",
                valueName: "seconds"
            )
        )
        var bodyTime = 60

        @Option(help: ArgumentHelp("Seconds for a batch, so that none holds its place forever.", valueName: "seconds"))
        var batchTime = 3600

        @Option(
            help: ArgumentHelp(
                "Seconds that a caller may leave an answer unread; it is held in memory.",
                valueName: "seconds"
            )
        )
        var unreadTime = 60

        @Option(
            help: ArgumentHelp(
                "Seconds for accepted requests after the service was told to stop.",
                valueName: "seconds"
            )
        )
        var stopTime = 30

        func validate() throws {
            let sizes = [
                ("--body-bytes", bodyBytes, 1024), ("--record-bytes", recordBytes, 1024),
                ("--batch-rows", batchRows, 1),
                ("--batch-bytes", batchBytes, 1024), ("--batches", batches, 1), ("--requests", requests, 1),
                ("--connections", connections, 1), ("--header-bytes", headerBytes, 1024), ("--idle-time", idleTime, 1),
                ("--pause-time", pauseTime, 1), ("--body-time", bodyTime, 1), ("--batch-time", batchTime, 1),
                ("--unread-time", unreadTime, 1), ("--stop-time", stopTime, 1),
            ]
            for (name, value, least) in sizes where value < least {
                throw ValidationError("\(name) must be \(least) at least.")
            }
        }

        /// The limits as the service takes them.
        var limits: ServiceLimits {
            var limits = ServiceLimits()
            limits.bodyBytes = bodyBytes
            limits.recordBytes = recordBytes
            limits.batchRows = batchRows
            limits.batchBytes = batchBytes
            limits.batches = batches
            limits.requests = requests
            limits.connections = connections
            limits.headerBytes = headerBytes
            limits.idleTime = .seconds(idleTime)
            limits.pauseTime = .seconds(pauseTime)
            limits.bodyTime = .seconds(bodyTime)
            limits.batchTime = .seconds(batchTime)
            limits.unreadTime = .seconds(unreadTime)
            limits.stopTime = .seconds(stopTime)
            return limits
        }
    }
#endif

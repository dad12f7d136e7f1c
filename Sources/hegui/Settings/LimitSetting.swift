#if Service
    import LegalText
    import WebService

    /// A limit of the service, as a setting.
    struct LimitSetting: Sendable {
        let setting: Setting<Int>

        /// Puts a value among the limits.
        let apply: @Sendable (inout ServiceLimits, Int) -> Void

        private init(
            _ name: String,
            atLeast least: Int = 1,
            _ limit: @escaping @Sendable (inout ServiceLimits, Int) -> Void,
            standard: (ServiceLimits) -> Int,
            _ reason: LocalizedText
        ) {
            setting = .number(name, in: .limits, least ... .max, standard: standard(ServiceLimits()), reason: reason)
            apply = limit
        }

        static let bodyBytes = Self(
            "body-bytes",
            atLeast: 1024,
            { $0.bodyBytes = $1 },
            standard: \.bodyBytes,
            LocalizedText(
                zh: "放在内存中的请求正文的字节数；最长的法律约一兆字节。",
                en: "Bytes of a body that is held in memory; the longest laws have about one megabyte."
            )
        )

        static let recordBytes = Self(
            "record-bytes",
            atLeast: 1024,
            { $0.recordBytes = $1 },
            standard: \.recordBytes,
            LocalizedText(
                zh: "一条记录的字节数；登记的经营范围有几千字节，越长的越费时。",
                en: "Bytes of one record; a registered scope has a few thousand, and long ones cost the most."
            )
        )

        static let batchRows = Self(
            "batch-rows",
            { $0.batchRows = $1 },
            standard: \.batchRows,
            LocalizedText(
                zh: "一批的行数，使任何一批都不会运行数日；更多的分批提交。",
                en: "Rows of one batch, so that none runs for days; more go into several."
            )
        )

        static let batchBytes = Self(
            "batch-bytes",
            atLeast: 1024,
            { $0.batchBytes = $1 },
            standard: \.batchBytes,
            LocalizedText(
                zh: "一批的字节数；一批从不整个放在内存中。",
                en: "Bytes of one batch, which is never held in memory."
            )
        )

        static let uploadBytes = Self(
            "upload-bytes",
            atLeast: 1024,
            { $0.uploadBytes = $1 },
            standard: \.uploadBytes,
            LocalizedText(
                zh: "在批量页面提交的一个文件的字节数；文件存放在磁盘上。",
                en: "Bytes of a file sent to the page of batches, which is kept on disk."
            )
        )

        static let uploads = Self(
            "uploads",
            { $0.uploads = $1 },
            standard: \.uploads,
            LocalizedText(
                zh: "为每人保留的此类文件数，使各人都有位置。",
                en: "Such files that are kept for one person, so that there is room for others."
            )
        )

        static let uploadSpace = Self(
            "upload-space",
            atLeast: 1024,
            { $0.uploadSpace = $1 },
            standard: \.uploadSpace,
            LocalizedText(
                zh: "所有此类文件合计的字节数，使其不致占满磁盘。",
                en: "Bytes of all such files together, so that none fills the disk."
            )
        )

        static let uploadTime = Self(
            "upload-time",
            atLeast: 60,
            { $0.uploadTime = .seconds($1) },
            standard: { Int($0.uploadTime.components.seconds) },
            LocalizedText(
                zh: "此类文件连同其结果在多少秒后删除；其中可能有个人信息。",
                en: "Seconds after which such a file is deleted with its results, for it may name people."
            )
        )

        static let batches = Self(
            "batches",
            { $0.batches = $1 },
            standard: \.batches,
            LocalizedText(
                zh: "同时运行的批数；每批用到所有核心。超出的答以 429。",
                en: "Batches at a time; each takes all cores. Beyond: 429."
            )
        )

        static let requests = Self(
            "requests",
            { $0.requests = $1 },
            standard: \.requests,
            LocalizedText(
                zh: "同时处理的其他请求数，使每个都得到其份额。超出的答以 503。",
                en: "Other requests at a time, so that each gets its share. Beyond: 503."
            )
        )

        static let connections = Self(
            "connections",
            { $0.connections = $1 },
            standard: \.connections,
            LocalizedText(
                zh: "同时的连接数；每个占用内存和一个文件描述符。超出的答以 503。",
                en: "Connections at a time; each costs memory and a file descriptor. Beyond: 503."
            )
        )

        static let headerBytes = Self(
            "header-bytes",
            atLeast: 1024,
            { $0.headerBytes = $1 },
            standard: \.headerBytes,
            LocalizedText(
                zh: "请求路径与头部字段的字节数；此处不需更多。",
                en: "Bytes of a request's path and header fields; nothing here needs more."
            )
        )

        static let idleTime = Self(
            "idle-time",
            { $0.idleTime = .seconds($1) },
            standard: { Int($0.idleTime.components.seconds) },
            LocalizedText(
                zh: "连接可以没有请求的秒数，之后断开，让位给他人。",
                en: "Seconds that a connection may be open without a request, so that idle ones take nobody's place."
            )
        )

        static let pauseTime = Self(
            "pause-time",
            { $0.pauseTime = .seconds($1) },
            standard: { Int($0.pauseTime.components.seconds) },
            LocalizedText(
                zh: "正文停顿的秒数，之后视发送者为已离开：408。",
                en: "Seconds without a part of a body, after which its sender is taken for gone: 408."
            )
        )

        static let bodyTime = Self(
            "body-time",
            { $0.bodyTime = .seconds($1) },
            standard: { Int($0.bodyTime.components.seconds) },
            LocalizedText(
                zh: "除批次外整个正文可用的秒数，无论每次来得多么少：408。",
                en: "Seconds for a whole body that isn't a batch, however little comes at a time: 408."
            )
        )

        static let batchTime = Self(
            "batch-time",
            { $0.batchTime = .seconds($1) },
            standard: { Int($0.batchTime.components.seconds) },
            LocalizedText(
                zh: "一批可用的秒数，使任何一批都不会永远占位。",
                en: "Seconds for a batch, so that none holds its place forever."
            )
        )

        static let unreadTime = Self(
            "unread-time",
            { $0.unreadTime = .seconds($1) },
            standard: { Int($0.unreadTime.components.seconds) },
            LocalizedText(
                zh: "访问者可以不读答复的秒数；答复放在内存中。",
                en: "Seconds that a caller may leave an answer unread; it is held in memory."
            )
        )

        static let stopTime = Self(
            "stop-time",
            { $0.stopTime = .seconds($1) },
            standard: { Int($0.stopTime.components.seconds) },
            LocalizedText(
                zh: "服务被要求停止后，已接受的请求可用的秒数；应少于系统服务的停止时限。",
                en: "Seconds for accepted requests after the service was told to stop; less than the unit's "
                    + "own limit."
            )
        )

        static let all = [
            bodyBytes, recordBytes, batchRows, batchBytes, uploadBytes, uploads, uploadSpace, uploadTime, batches,
            requests,
            connections, headerBytes, idleTime,
            pauseTime, bodyTime, batchTime, unreadTime, stopTime,
        ]
    }
#endif

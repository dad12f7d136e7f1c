#if Service
    import HTTPTypes
    package import LegalText

    // Problems of requests as such, whatever they ask for.
    extension Problem {
        /// There is nothing at the path.
        package static func notFound(_ what: LocalizedText) -> Problem {
            Problem(
                "request/not-found",
                .notFound,
                title: LocalizedText(zh: "没有这个资源", en: "There is no such thing"),
                detail: what
            )
        }

        /// The path is known and hasn't the method.
        static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
            let names = allowed.map(\.rawValue).joined(separator: ", ")
            var problem = Problem(
                "request/method",
                .methodNotAllowed,
                title: LocalizedText(zh: "不支持该方法", en: "The method is not supported here"),
                detail: LocalizedText(zh: "此处可用的方法：\(names)", en: "Methods here are \(names)")
            )
            problem.allowed = allowed
            return problem
        }

        /// A part of the request isn't what was expected.
        package static func malformed(_ detail: LocalizedText) -> Problem {
            Problem(
                "request/malformed",
                .badRequest,
                title: LocalizedText(zh: "请求格式不正确", en: "The request is malformed"),
                detail: detail
            )
        }

        /// A query parameter isn't known, is missing or has a value that it can't have.
        package static func query(_ name: String, _ detail: LocalizedText) -> Problem {
            Problem(
                "request/query",
                .badRequest,
                title: LocalizedText(zh: "查询参数不正确", en: "A query parameter is wrong"),
                detail: LocalizedText(zh: "参数“\(name)”：\(detail.zh)", en: "Parameter '\(name)': \(detail.en)")
            )
        }

        /// The body is understood and can't be used.
        package static func unusable(_ id: String, _ detail: LocalizedText) -> Problem {
            Problem(
                id,
                .unprocessableContent,
                title: LocalizedText(zh: "内容无法处理", en: "The content can't be used"),
                detail: detail
            )
        }

        /// The body is larger than it may be.
        package static func tooLarge(limit: Int, setting: String) -> Problem {
            var problem = Problem(
                "request/too-large",
                .contentTooLarge,
                title: LocalizedText(zh: "内容过大", en: "The content is too large"),
                detail: LocalizedText(
                    zh: "上限为\(limit)字节（\(setting)）",
                    en: "At most \(limit) bytes are taken (\(setting))"
                )
            )
            problem.closesConnection = true
            return problem
        }

        /// The body is of a kind that isn't read here.
        static func mediaType(_ given: String?, expected: [String]) -> Problem {
            let list = expected.joined(separator: ", ")
            let name = given ?? "-"
            return Problem(
                "request/media-type",
                .unsupportedMediaType,
                title: LocalizedText(zh: "不支持该内容类型", en: "The kind of content is not supported"),
                detail: LocalizedText(zh: "内容类型为“\(name)”；应为\(list)", en: "The content is '\(name)'; expected \(list)")
            )
        }

        /// The caller wants the answer in a form that there isn't.
        static func notAcceptable(_ offered: [String]) -> Problem {
            let list = offered.joined(separator: ", ")
            return Problem(
                "request/not-acceptable",
                .notAcceptable,
                title: LocalizedText(zh: "没有所要求的格式", en: "There is no answer in the form asked for"),
                detail: LocalizedText(zh: "可提供：\(list)", en: "Forms are \(list)")
            )
        }

        /// The body ended before it was whole, or didn't come in time.
        package static let slowBody: Problem = {
            var problem = Problem(
                "request/slow-body",
                .requestTimeout,
                title: LocalizedText(zh: "请求内容未及时送达", en: "The body did not come in time"),
                detail: LocalizedText(
                    zh: "服务不再等待其余内容（--pause-time、--body-time）",
                    en: "The service no longer waits for the rest (--pause-time, --body-time)"
                )
            )
            problem.closesConnection = true
            return problem
        }()

        /// The head has more than is read.
        static let hugeHead: Problem = {
            var problem = Problem(
                "request/huge-head",
                .requestHeaderFieldsTooLarge,
                title: LocalizedText(zh: "请求头过大", en: "The head of the request is too large"),
                detail: LocalizedText(
                    zh: "路径和各请求头合计超过上限（--header-bytes）",
                    en: "The path and the header fields have more bytes than are read (--header-bytes)"
                )
            )
            problem.closesConnection = true
            return problem
        }()

        /// What came isn't HTTP.
        static let notHTTP: Problem = {
            var problem = Problem.malformed(
                LocalizedText(zh: "这不是有效的HTTP请求", en: "This is not a valid HTTP request")
            )
            problem.closesConnection = true
            return problem
        }()

        /// The body broke off.
        static let brokenOff: Problem = {
            var problem = Problem.malformed(
                LocalizedText(zh: "请求内容不完整", en: "The body breaks off before its end")
            )
            problem.closesConnection = true
            return problem
        }()

        /// More is asked of the service than it takes on at a time.
        static func busy(_ setting: String) -> Problem {
            var problem = Problem(
                "service/busy",
                .serviceUnavailable,
                title: LocalizedText(zh: "服务繁忙", en: "The service is busy"),
                detail: LocalizedText(zh: "请稍后再试（\(setting)）", en: "Please try again soon (\(setting))")
            )
            problem.retryAfter = 1
            return problem
        }

        /// As many batches run as may.
        static let tooManyBatches: Problem = {
            var problem = Problem(
                "service/batches",
                .tooManyRequests,
                title: LocalizedText(zh: "同时进行的批量筛查过多", en: "Too many batches run at a time"),
                detail: LocalizedText(zh: "请稍后再试（--batches）", en: "Please try again soon (--batches)")
            )
            problem.retryAfter = 5
            problem.closesConnection = true
            return problem
        }()

        /// Something went wrong that is no fault of the caller's; the log says what.
        package static let internalError = Problem(
            "service/internal",
            .internalServerError,
            title: LocalizedText(zh: "服务内部错误", en: "The service failed"),
            detail: LocalizedText(zh: "原因见服务日志", en: "The log of the service says why")
        )
    }
#endif

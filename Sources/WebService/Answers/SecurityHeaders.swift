#if Service
    import HTTPTypes
    import Hummingbird

    /// What browsers are told about every answer: run nothing that isn't from here, show it in no frame, tell nobody.
    enum SecurityHeaders {
        /// For answers to programs: a browser that shows one runs nothing and loads nothing.
        private static let closed = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

        /// For pages: styles, scripts, pictures and forms of this service alone, nothing inline.
        private static let pages =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

        /// Adds the headers that `response` hasn't got.
        static func add(to response: inout Response, for audience: Route.Audience) {
            set(.contentSecurityPolicy, audience == .browser ? pages : closed, in: &response)
            response.headers[.xContentTypeOptions] = "nosniff"
            response.headers[.referrerPolicy] = "no-referrer"
            response.headers[.crossOriginOpener] = "same-origin"
            response.headers[.crossOriginResource] = "same-origin"
            set(.cacheControl, "no-store", in: &response)
        }

        private static func set(_ name: HTTPField.Name, _ value: String, in response: inout Response) {
            if response.headers[name] == nil { response.headers[name] = value }
        }
    }
#endif

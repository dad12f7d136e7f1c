#if Service
    import HTTPTypes
    package import Hummingbird
    package import LegalText
    package import Logging
    import NIOCore

    /// One request as routes see it: checked, with its caller and the rules that it is answered by.
    package struct ServiceRequest: Sendable {
        /// The request as it came.
        package let request: Request

        /// What names the request in the log and in problems.
        package let id: String

        /// The route that answers it.
        package let route: Route

        /// The parts of the path that the route captures.
        package let parameters: [String: String]

        /// What stands behind the question mark; only what the route knows.
        package let query: RequestQuery

        /// Who sent it.
        package let caller: Caller

        /// The language that the caller wants to be spoken to, by `Accept-Language`.
        package let language: LocalizedText.Language

        /// The notices and rules that the whole answer comes from.
        package let state: EngineState

        /// The service.
        package let service: ScreeningService

        /// A logger that names the request.
        package let logger: Logger

        /// The language of quotes: the parameter `lang`, or else Chinese, as on the command line.
        package var quoteLanguage: LocalizedText.Language {
            query["lang"].flatMap(LocalizedText.Language.init(rawValue:)) ?? .zh
        }

        /// The whole body.
        ///
        /// - Parameters:
        ///   - limit: The most bytes; `nil` for the usual limit.
        ///   - setting: The option that sets the limit.
        /// - Returns: The bytes of the body.
        /// - Throws: A ``Problem`` where it is larger, breaks off, or doesn't come.
        package func body(
            limit: Int? = nil,
            setting: String = "--body-bytes"
        ) async throws -> ByteBuffer {
            let limit = limit ?? service.settings.limits.bodyBytes
            if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
                throw Problem.tooLarge(limit: limit, setting: setting)
            }
            do {
                return try await request.body.collect(upTo: limit)
            } catch is NIOTooManyBytesError {
                throw Problem.tooLarge(limit: limit, setting: setting)
            } catch let error as HTTPBodyBrokenOff {
                throw error.problem
            }
        }

        /// The body as JSON.
        ///
        /// - Throws: A ``Problem`` where it isn't one JSON text, or isn't called one.
        package func json(limit: Int? = nil, setting: String = "--body-bytes") async throws -> JSONInput {
            try expectType(["application/json"])
            let body = try await body(limit: limit, setting: setting)
            do {
                return try JSONReader.read(Array(buffer: body), nesting: service.settings.limits.nesting)
            } catch let failure {
                throw Problem(
                    failure.id,
                    .badRequest,
                    title: LocalizedText(zh: "JSON无法读取", en: "The JSON can't be read"),
                    detail: failure.reason
                )
            }
        }

        /// The media type of the body, without parameters and in small letters; `nil` where the request has none.
        package var mediaType: String? {
            request.headers[.contentType].map { value in
                String(value.prefix { $0 != ";" }).trimmingBlanks().lowercased()
            }
        }

        /// Sees to it that the body is of one of `types`.
        package func expectType(_ types: [String]) throws(Problem) {
            guard let mediaType, types.contains(mediaType) else {
                throw .mediaType(request.headers[.contentType], expected: types)
            }
        }
    }

    /// The rest of a body doesn't come.
    package struct HTTPBodyBrokenOff: Error {
        /// What the caller is told.
        package let problem: Problem

        /// Creates the error.
        package init(_ problem: Problem) {
            self.problem = problem
        }
    }

    extension String {
        /// The text without the blanks at its ends.
        func trimmingBlanks() -> String {
            var slice = Substring(self)
            while let first = slice.first, first.isWhitespace { slice.removeFirst() }
            while let last = slice.last, last.isWhitespace { slice.removeLast() }
            return String(slice)
        }
    }
#endif

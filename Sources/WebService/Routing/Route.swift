#if Service
    package import HTTPTypes
    package import Hummingbird

    /// One thing that the service does: a method and a path, who may ask for it, and how it is answered.
    package struct Route: Sendable {
        /// Makes the answer.
        package typealias Answering = @Sendable (ServiceRequest) async throws -> Response

        /// The method. A route for GET answers HEAD too.
        package let method: HTTPRequest.Method

        /// The path, such as `/v1/notices/{id}`; a part in braces takes one part of the request's path, and `{id+}` all that
        /// is left.
        package let path: String

        /// Who may ask.
        package let role: Role

        /// For whom the answer is.
        package let audience: Audience

        /// What a request may give beside its body; anything else is refused.
        package let parameters: [RouteParameter]

        /// What the API's description says of it; pages have none.
        package let operation: Operation?

        /// Whether the body is read as it comes, and may be long.
        package let isBatch: Bool

        let answering: Answering

        /// For whom an answer is, which decides how problems look.
        package enum Audience: Sendable {
            /// Programs: problems are JSON.
            case program
            /// People with a browser: problems are pages, and who isn't logged in is sent to the login page.
            case browser
        }

        /// Creates a route.
        package init(
            _ method: HTTPRequest.Method,
            _ path: String,
            role: Role,
            for audience: Audience = .program,
            parameters: [RouteParameter] = [],
            operation: Operation? = nil,
            isBatch: Bool = false,
            answering: @escaping Answering
        ) {
            self.method = method
            self.path = path
            self.role = role
            self.audience = audience
            self.parameters = parameters
            self.operation = operation
            self.isBatch = isBatch
            self.answering = answering
        }
    }

    /// A group of routes that belong together; pages and API alike are added to the service as such.
    package protocol RouteGroup: Sendable {
        /// The routes of the group.
        var routes: [Route] { get }
    }
#endif

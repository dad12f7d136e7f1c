#if Service
    import HTTPTypes
    import LegalText
    package import Reporting

    /// The description of the API as an OpenAPI 3.1 document, made of the routes themselves, so that neither says more than
    /// the other.
    package struct APIDescription {
        private let routes: [Route]
        private let version: String
        private let hasTokens: Bool

        /// Describes those of `routes` that have an operation, for a service that lets people in by tokens or has none.
        package init(_ routes: [Route], version: String, hasTokens: Bool) {
            self.routes = routes.filter { $0.operation != nil }
            self.version = version
            self.hasTokens = hasTokens
        }

        /// The document.
        package var document: JSONValue {
            var paths: [String] = []
            for route in routes where !paths.contains(route.path) { paths.append(route.path) }
            return [
                "openapi": "3.1.0",
                "info": [
                    "title": "Hegui", "version": .string(version),
                    "description": .string(
                        "Screens names and business scopes against rules that cite the clause they enforce. "
                            + "\(Wording.disclaimer.en) \(Wording.disclaimer.zh)"
                    ),
                ],
                "paths": .object(
                    paths.map { path in
                        .init(key: path.replacing("+}", with: "}"), value: item(of: path))
                    }
                ),
                "components": [
                    "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                    "schemas": APISchemas.document,
                ],
            ]
        }

        private func item(of path: String) -> JSONValue {
            .object(
                routes.filter { $0.path == path }.compactMap { route in
                    route.operation.map { operation in
                        .init(key: route.method.rawValue.lowercased(), value: json(route, operation))
                    }
                }
            )
        }

        private func json(_ route: Route, _ operation: Operation) -> JSONValue {
            var members: [JSONValue.Member] = [
                .init(key: "operationId", value: .string(operation.id)),
                .init(key: "summary", value: .string(operation.summary)),
                .init(key: "tags", value: .strings([operation.tag])),
            ]
            if route.role > .anyone {
                let token: JSONValue = ["token": .array([])]
                members.append(.init(key: "security", value: .array(hasTokens ? [token] : [token, [:]])))
                members.append(.init(key: "x-role", value: .string(route.role.rawValue)))
            }
            if !route.parameters.isEmpty {
                members.append(.init(key: "parameters", value: .array(route.parameters.map(json))))
            }
            if !operation.body.isEmpty {
                members.append(
                    .init(key: "requestBody", value: ["required": .bool(true), "content": content(operation.body)])
                )
            }
            var answers: [JSONValue.Member] = [
                .init(
                    key: String(operation.status),
                    value: Self.answer(operation)
                )
            ]
            let general = [400, 401, 403, 404, 405, 406, 408, 413, 415, 421, 429, 431, 500, 503]
            for status in Set(general + operation.problems).sorted() where status != operation.status {
                answers.append(.init(key: String(status), value: Self.problem(status)))
            }
            members.append(.init(key: "responses", value: .object(answers)))
            return .object(members)
        }

        private func json(_ parameter: RouteParameter) -> JSONValue {
            var members: [JSONValue.Member] = [
                .init(key: "name", value: .string(parameter.name)),
                .init(key: "in", value: .string(parameter.place.rawValue)),
                .init(key: "required", value: .bool(parameter.isRequired)),
                .init(key: "description", value: .string(parameter.text)),
                .init(key: "schema", value: parameter.schema),
            ]
            if let example = parameter.example { members.append(.init(key: "example", value: .string(example))) }
            return .object(members)
        }

        private func content(_ contents: [Operation.Content]) -> JSONValue { Self.content(contents) }

        private static func content(_ contents: [Operation.Content]) -> JSONValue {
            .object(
                contents.map { content in
                    let example = content.example.map { [JSONValue.Member(key: "example", value: $0)] } ?? []
                    return .init(
                        key: content.type,
                        value: .object([.init(key: "schema", value: schema(content))] + example)
                    )
                }
            )
        }

        private static func schema(_ content: Operation.Content) -> JSONValue {
            if let name = content.schema { return Schema.ref(name) }
            // Any bytes are one: what they must be their type says.
            guard !content.lines.isEmpty else { return ["contentMediaType": .string(content.type)] }
            // OpenAPI 3.1 has no word for what the lines of a text are.
            return [
                "type": "string",
                "description": .string("One JSON value a line, each of them \(content.lines.joined(separator: ", "))."),
                "x-lines": ["oneOf": .array(content.lines.map(Schema.ref))],
            ]
        }

        /// The answer where all is well.
        private static func answer(_ operation: Operation) -> JSONValue {
            var headers = general
            if operation.status == 201 {
                headers.append(
                    header(
                        "Location",
                        Schema.text,
                        "Where what was made is found; a disposition has no place of its own."
                    )
                )
            }
            var members: [JSONValue.Member] = [
                .init(key: "description", value: "The answer."), .init(key: "headers", value: .object(headers)),
                .init(key: "content", value: content(operation.answer)),
            ]
            if !operation.links.isEmpty {
                let links = operation.links.map { id in
                    JSONValue.Member(
                        key: id,
                        value: ["operationId": .string(id), "parameters": ["id": "$response.body#/id"]]
                    )
                }
                members.append(.init(key: "links", value: .object(links)))
            }
            return .object(members)
        }

        /// What every answer has.
        private static let general = [
            header("X-Request-ID", Schema.text, "What names the request in the log of the service.", isRequired: true)
        ]

        private static func header(
            _ name: String,
            _ schema: JSONValue,
            _ text: String,
            isRequired: Bool = false
        ) -> JSONValue.Member {
            .init(
                key: name,
                value: ["description": .string(text), "required": .bool(isRequired), "schema": schema]
            )
        }

        private static func problem(_ status: Int) -> JSONValue {
            var headers: [JSONValue.Member] = []
            switch status {
            case 401: headers.append(header("WWW-Authenticate", Schema.text, "Bearer.", isRequired: true))
            case 405: headers.append(header("Allow", Schema.text, "The methods that the path has.", isRequired: true))
            case 429, 503:
                headers.append(header("Retry-After", Schema.count, "After how many seconds to try again."))
            default: break
            }
            return [
                "description": "What is wrong (RFC 9457).",
                "headers": .object(headers),
                "content": ["application/problem+json": ["schema": Schema.ref("Problem")]],
            ]
        }
    }
#endif

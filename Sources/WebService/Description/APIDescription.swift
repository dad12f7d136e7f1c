#if Service
    import LegalText
    import HTTPTypes
    import LegalText
    package import Reporting

    /// The description of the API as an OpenAPI 3.1 document, made of the routes themselves, so that neither says more than
    /// the other.
    package struct APIDescription {
        private let routes: [Route]
        private let version: String

        /// Describes those of `routes` that have an operation.
        package init(_ routes: [Route], version: String) {
            self.routes = routes.filter { $0.operation != nil }
            self.version = version
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
                members.append(.init(key: "security", value: .array([["token": .array([])], [:]])))
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
                    value: ["description": "The answer.", "content": content(operation.answer)]
                )
            ]
            let general = [400, 401, 403, 404, 405, 406, 408, 413, 415, 421, 429, 431, 500, 503]
            for status in Set(general + operation.problems).sorted() where status != operation.status {
                answers.append(.init(key: String(status), value: Self.problem))
            }
            members.append(.init(key: "responses", value: .object(answers)))
            return .object(members)
        }

        private func json(_ parameter: RouteParameter) -> JSONValue {
            [
                "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
                "required": .bool(parameter.isRequired), "description": .string(parameter.text),
                "schema": parameter.schema,
            ]
        }

        private func content(_ contents: [Operation.Content]) -> JSONValue {
            .object(
                contents.map { content in
                    let schema: JSONValue =
                        content.schema.map { ["$ref": .string("#/components/schemas/\($0)")] } ?? ["type": "string"]
                    return .init(key: content.type, value: ["schema": schema])
                }
            )
        }

        private static let problem: JSONValue = [
            "description": "What is wrong (RFC 9457).",
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
    }
#endif

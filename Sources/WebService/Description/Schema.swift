#if Service
    import Reporting

    /// The parts that schemas of JSON are made of (JSON Schema 2020-12, as OpenAPI 3.1 takes it).
    ///
    /// Objects are closed: what isn't named isn't there, so that a member which nobody described is noticed.
    enum Schema {
        static let text: JSONValue = ["type": "string"]
        static let maybeText: JSONValue = ["type": .strings(["string", "null"])]
        static let flag: JSONValue = ["type": "boolean"]
        static let count: JSONValue = ["type": "integer", "minimum": .int(0)]

        /// A number counted from 1.
        static let ordinal: JSONValue = ["type": "integer", "minimum": .int(1)]

        /// A day such as 2026-02-06.
        static let day: JSONValue = ["type": "string", "format": "date"]
        static let maybeDay: JSONValue = ["type": .strings(["string", "null"]), "format": "date"]

        /// A moment, in UTC.
        static let time: JSONValue = ["type": "string", "format": "date-time"]

        /// A SHA-256.
        static let digest: JSONValue = ["type": "string", "pattern": "^sha256:[0-9a-f]{64}$"]

        static let span = ref("Span")
        static let both = ref("LocalizedText")

        /// The schema called `name`.
        static func ref(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

        /// The one value `value`.
        static func mark(_ value: String) -> JSONValue { ["type": "string", "const": .string(value)] }

        /// A list of what `items` is.
        static func list(_ items: JSONValue, least: Int = 0) -> JSONValue {
            least > 0
                ? ["type": "array", "items": items, "minItems": .int(least)] : ["type": "array", "items": items]
        }

        /// What `schema` is, or `null`.
        static func maybe(_ schema: JSONValue) -> JSONValue { either([schema, ["type": "null"]]) }

        /// What any of `schemas` is.
        static func either(_ schemas: [JSONValue]) -> JSONValue { ["anyOf": .array(schemas)] }

        /// One of `values`.
        static func choice(_ values: [String]) -> JSONValue { ["type": "string", "enum": .strings(values)] }

        /// The name of one of the cases of `type`.
        static func choice<Value: CaseIterable & RawRepresentable>(_ type: Value.Type) -> JSONValue
        where Value.RawValue == String {
            choice(type.allCases.map(\.rawValue))
        }

        /// A count for each of the cases of `type`, or for some of them.
        static func counts<Value: CaseIterable & RawRepresentable>(of type: Value.Type, all: Bool = true) -> JSONValue
        where Value.RawValue == String {
            let names = type.allCases.map(\.rawValue)
            return object(names.map { ($0, count) }, optional: all ? [] : names)
        }

        /// An object of `properties`, of which all but the `optional` ones are always there.
        static func object(
            _ properties: [(name: String, schema: JSONValue)],
            optional: [String] = [],
            _ description: String? = nil
        ) -> JSONValue {
            let required = properties.map(\.name).filter { !optional.contains($0) }
            var members: [JSONValue.Member] = [.init(key: "type", value: "object")]
            if let description { members.append(.init(key: "description", value: .string(description))) }
            members.append(
                .init(key: "properties", value: .object(properties.map { .init(key: $0.name, value: $0.schema) }))
            )
            if !required.isEmpty { members.append(.init(key: "required", value: .strings(required))) }
            members.append(.init(key: "additionalProperties", value: .bool(false)))
            return .object(members)
        }

        /// An object of any names, each with what `values` is.
        static func map(_ values: JSONValue, _ description: String) -> JSONValue {
            ["type": "object", "description": .string(description), "additionalProperties": values]
        }
    }

    extension JSONValue {
        /// The schema with a word about what it is for.
        func described(_ text: String) -> JSONValue {
            guard case .object(let members) = self else { return self }
            return .object(members + [Member(key: "description", value: .string(text))])
        }
    }
#endif

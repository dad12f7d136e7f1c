#if Service
    package import Reporting

    /// What the API's description (OpenAPI) says of a route beside its parameters.
    package struct Operation: Sendable {
        /// The name of the operation, for programs that make clients of the description.
        package let id: String

        /// What it does, in English.
        package let summary: String

        /// The group that it is listed in.
        package let tag: String

        /// What a request may carry: media types, each with the schema of its content.
        package let body: [Content]

        /// What the answer carries where all is well.
        package let answer: [Content]

        /// The status where all is well.
        package let status: Int

        /// The operations that what was made leads to, by their ids; its `id` is their parameter.
        package let links: [String]

        /// The other statuses that this route has, beside those that every one has.
        package let problems: [Int]

        /// A media type with what stands in it.
        package struct Content: Sendable {
            /// The media type.
            package let type: String

            /// The name of a schema among the description's components; `nil` for text.
            package let schema: String?

            /// The names of the schemas that lines of the content may have, where it has lines.
            package let lines: [String]

            /// A content that can be sent, for whoever tries the route.
            package let example: JSONValue?

            /// Creates a content.
            package init(
                _ type: String,
                _ schema: String? = nil,
                lines: [String] = [],
                example: JSONValue? = nil
            ) {
                self.type = type
                self.schema = schema
                self.lines = lines
                self.example = example
            }
        }

        /// Creates a description.
        package init(
            _ id: String,
            _ summary: String,
            tag: String,
            body: [Content] = [],
            answer: [Content],
            status: Int = 200,
            links: [String] = [],
            problems: [Int] = []
        ) {
            self.id = id
            self.summary = summary
            self.tag = tag
            self.body = body
            self.answer = answer
            self.status = status
            self.links = links
            self.problems = problems
        }
    }
#endif

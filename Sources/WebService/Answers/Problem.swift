#if Service
    package import HTTPTypes
    package import LegalText
    package import Reporting

    /// Why a request can't be answered as the caller hoped: a problem detail (RFC 9457).
    package struct Problem: Error, Sendable, Hashable {
        /// A stable name, `area/name`, as diagnostics of the command line have them.
        package let id: String

        /// The status of the answer.
        package let status: HTTPResponse.Status

        /// What is wrong, the same for every problem of this id.
        package let title: LocalizedText

        /// What is wrong with this request, and what was expected.
        package let detail: LocalizedText

        /// In how many seconds it may be worth trying again.
        package var retryAfter: Int?

        /// The methods that the path has.
        package var allowed: [HTTPRequest.Method] = []

        /// Whether the connection ends with the answer, since the rest of the request isn't read.
        package var closesConnection = false

        /// Creates a problem.
        package init(
            _ id: String,
            _ status: HTTPResponse.Status,
            title: LocalizedText,
            detail: LocalizedText
        ) {
            self.id = id
            self.status = status
            self.title = title
            self.detail = detail
        }

        /// The type by which programs know the problem.
        package var type: String { "urn:hegui:problem:\(id.replacing("/", with: ":"))" }

        /// The problem as a JSON document, in both languages where none is known; `request` names the request in the log.
        package func document(in language: LocalizedText.Language?, request: String) -> JSONValue {
            func said(_ text: LocalizedText) -> JSONValue {
                .string(language.map { text[$0] } ?? "\(text.zh) / \(text.en)")
            }
            return [
                "type": .string(type),
                "id": .string(id),
                "status": .int(status.code),
                "title": said(title),
                "detail": said(detail),
                "request": .string(request),
            ]
        }
    }
#endif

#if Service
    package import HTTPTypes
    package import Hummingbird
    package import Reporting

    extension Response {
        /// A JSON document as the command line prints it: indented, with a line end.
        package static func json(_ document: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
            text(document.indented + "\n", "application/json; charset=utf-8", status: status)
        }

        /// A text of the media type `type`.
        package static func text(_ text: String, _ type: String, status: HTTPResponse.Status = .ok) -> Response {
            Response(
                status: status,
                headers: [.contentType: type],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
    }
#endif

/// Why a document could not be read.
public struct DocumentReadError: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public let code: Code

    /// What is known beyond the code, in one sentence in English without a full stop; empty where nothing is.
    public let reason: String

    /// Creates an error.
    public init(_ code: Code, reason: String = "") {
        self.code = code
        self.reason = reason
    }

    /// The kinds of failure; more may come, so a `switch` over them needs a default.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// A stable name, such as `pdf-link-only`.
        public let description: String

        private init(_ name: String) {
            description = name
        }

        /// There are no bytes, or nothing but blanks.
        public static let empty = Code("empty")
        /// The bytes are not text: a PDF, an office document, an image.
        public static let binary = Code("binary")
        /// The page asks for a browser that runs scripts, and holds nothing else.
        public static let javaScriptChallenge = Code("javascript-challenge")
        /// The page only links to the document, which is in another file.
        public static let pdfLinkOnly = Code("pdf-link-only")
        /// The page shows no words.
        public static let noText = Code("no-text")
        /// The document is larger than ``DocumentReader/maximumByteCount``.
        public static let tooLarge = Code("too-large")
        /// The markup was read in part only.
        public static let stoppedEarly = Code("stopped-early")
        /// The markup could not be read at all.
        public static let notParsable = Code("not-parsable")
    }
}

extension DocumentReadError: CustomStringConvertible {
    /// The failure and its reason, in one sentence for the user.
    public var description: String {
        reason.isEmpty ? summary : "\(summary): \(reason)"
    }

    private var summary: String {
        switch code {
        case .empty: "the document is empty"
        case .binary: "the document is not a text"
        case .javaScriptChallenge: "the page holds no document, only a check that asks for JavaScript"
        case .pdfLinkOnly: "the page holds no document, only a link to one"
        case .noText: "the page shows no text"
        case .tooLarge: "the document is too large"
        case .stoppedEarly: "the page could not be read to its end"
        case .notParsable: "the page could not be read"
        default: "the document could not be read"
        }
    }
}

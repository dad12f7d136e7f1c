import Foundation
import TestSupport

/// A page that people read, with the examples that it shows.
struct DocumentedPage {
    /// Where it is, below the top level.
    let path: String

    /// Every page that shows commands.
    static let all = [
        "README.md", "README.zh.md", "Documentation/officer.md", "Documentation/analyst.md",
        "Documentation/policy-lead.md", "Documentation/officer.zh.md", "Documentation/analyst.zh.md",
        "Documentation/policy-lead.zh.md", "CONTRIBUTING.md",
    ].map(DocumentedPage.init)

    /// The page as it is.
    var text: String {
        get throws { String(decoding: try ProjectFolder.bytes(path), as: UTF8.self) }
    }

    /// The lines of the blocks for a shell that run the program, in order.
    var commands: [String] {
        get throws {
            try text.matches(of: /```sh\n([^`]*)```/).flatMap { $0.1.split(separator: "\n") }.map(String.init)
                .filter { $0.contains(#/(^|\| |&& )hegui /#) }
        }
    }
}

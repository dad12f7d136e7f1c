import DocumentReading
import Foundation
import LegalText
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

/// One case of `corpus/conformance`: a text, and the tree that a reader of it expects.
///
/// The files are in the form of tree-sitter's: `=== title ===`, the text, a line `---`, and the tree. A line of the tree
/// that starts with a name and a colon, such as `number:`, states one part of the header; the others are the outline.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
    let file: String
    let title: String
    let input: String
    let expected: [String]

    var testDescription: String { "\(file): \(title)" }

    /// The cases of every file, in the order of their names.
    static let all: [ConformanceCase] = {
        let folder = ProjectFolder.root.appending(path: "corpus/conformance")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
            cases(in: (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "", file: name)
        }
    }()

    private static func cases(in text: String, file: String) -> [ConformanceCase] {
        var cases: [ConformanceCase] = []
        var title: String?
        var input: [Substring] = []
        var expected: [String]?
        func close() {
            guard let title else { return }
            let lines = (expected ?? []).filter { !$0.allSatisfy(\.isWhitespace) }
            cases.append(
                ConformanceCase(file: file, title: title, input: input.joined(separator: "\n"), expected: lines)
            )
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("=== "), line.hasSuffix(" ===") {
                close()
                title = String(line.dropFirst(4).dropLast(4))
                input = []
                expected = nil
            } else if line == "---", expected == nil {
                expected = []
            } else if expected != nil {
                expected?.append(String(line))
            } else {
                input.append(line)
            }
        }
        close()
        return cases
    }

    /// The notice that is read from the text.
    func notice() throws -> Notice {
        NoticeParser().parse(try DocumentReader().read(Array(input.utf8)))
    }

    /// The text as a page, with the paragraphs marked up in one of several ways; `nil` where it is a page already.
    func page(_ style: Int) -> String? {
        guard !input.hasPrefix("<") else { return nil }
        let lines = input.split(separator: "\n").map { line in
            line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        }
        let body =
            switch style {
            case 0: lines.map { "<p>\($0)</p>" }.joined(separator: "\n")
            case 1:
                "<div>" + lines.map { "<span style='font-size:16px'>　　\($0)</span>" }.joined(separator: "<br>")
                    + "</div>"
            default: lines.map { "<P><SPAN><font><span>\($0)</span></font></SPAN></P>" }.joined()
            }
        return "<html><head><meta charset='utf-8'><title>页</title></head><body>\(body)</body></html>"
    }

    /// The differences between the tree of `notice` and the expected one; empty where there are none.
    func differences(_ notice: Notice) -> [String] {
        let actual = ConformanceTree(notice).lines(named: Set(expected.compactMap(ConformanceTree.name)))
        let wanted =
            expected.filter { ConformanceTree.name(of: $0) != nil }.sorted()
            + expected.filter { ConformanceTree.name(of: $0) == nil }
        let hasTree = expected.contains { ConformanceTree.name(of: $0) == nil }
        let compared = hasTree ? actual : actual.filter { ConformanceTree.name(of: $0) != nil }
        return compared.difference(from: wanted).map { change in
            switch change {
            case .remove(_, let line, _): "- \(line)"
            case .insert(_, let line, _): "+ \(line)"
            }
        }
    }
}

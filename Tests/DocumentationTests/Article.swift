import Foundation
import TestSupport

/// An article of the documentation catalogue, as far as it shows code and files.
struct Article {
    /// The name of its file.
    let name: String

    /// A fenced block.
    struct Block {
        /// What stands behind the fence, such as `swift`.
        let language: String

        /// The lines between the fences, with the line break of the last one.
        let text: String

        /// The file that the line before the block names between backquotes at its end, or `nil`.
        let path: String?
    }

    /// The blocks, in order.
    let blocks: [Block]

    /// The folder of the catalogue.
    static let catalogue = "Documentation/Hegui.docc"

    /// Every article of the catalogue, by name.
    static func all() throws -> [Article] {
        let folder = ProjectFolder.root.appending(path: catalogue).path(percentEncoded: false)
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".md") }.map(Article.init)
    }

    /// Reads the article called `name`.
    init(_ name: String) throws {
        self.name = name
        let text = String(decoding: try ProjectFolder.bytes("\(Self.catalogue)/\(name)"), as: UTF8.self)
        var blocks: [Block] = []
        var open: (language: String, lines: [Substring], path: String?)?
        var lastLine: Substring = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let block = open {
                if line == "```" {
                    let lines = block.lines.map { $0 + "\n" }.joined()
                    blocks.append(Block(language: block.language, text: lines, path: block.path))
                    open = nil
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                let path = lastLine.hasSuffix("`:") ? lastLine.dropLast(2).split(separator: "`").last : nil
                open = (String(line.dropFirst(3)), [], path.map(String.init))
            } else if !line.isEmpty {
                lastLine = line
            }
        }
        self.blocks = blocks
    }
}

import Foundation
import NoticeComparison
import NoticeModel
import TestSupport
import Testing

@Suite("Made-up laws and versions of them, with what a careful reader finds")
struct AmendedPairTests {
    /// A line of `changes.tsv`.
    struct Line: Hashable, CustomStringConvertible {
        let old: String
        let new: String
        let kind: String
        let effect: String
        let isMoved: Bool

        var description: String { "\(old) > \(new) \(kind) \(effect)\(isMoved ? " moved" : "")" }
    }

    private static let folder = "corpus/conformance/amendments"

    static let names: [String] = {
        let path = ProjectFolder.root.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.contains(".") }.sorted()
    }()

    @Test("has pairs to compare")
    func pairs() {
        #expect(Self.names.count >= 6)
    }

    @Test("finds what happened to every article, and what it means", arguments: names)
    func table(name: String) throws {
        func text(_ file: String) throws -> String {
            String(decoding: try ProjectFolder.bytes("\(Self.folder)/\(name)/\(file)"), as: UTF8.self)
        }
        let expected = try Self.lines(try text("changes.tsv"))
        let comparison = try ComparedPair(try text("old.txt"), try text("new.txt")).comparison
        let found = comparison.rows.map { row in
            Line(
                old: Self.articles(row.old),
                new: Self.articles(row.new),
                kind: row.kind.rawValue,
                effect: row.effect.rawValue,
                isMoved: row.isMoved
            )
        }
        for line in Set(expected).subtracting(found).sorted(by: { $0.description < $1.description }) {
            Issue.record("expected \(line)")
        }
        for line in Set(found).subtracting(expected).sorted(by: { $0.description < $1.description }) {
            Issue.record("found \(line)")
        }
    }

    /// The lines of a table. Where the last column says which effect the program gives instead, and why, that one counts;
    /// lines with `?` are known to be missed, those with `!` are what is found in their place.
    private static func lines(_ table: String) throws -> [Line] {
        try table.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("?") }.map { line in
            let cells = line.trimmingPrefix("! ").split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count >= 5)
            let instead = cells.count > 5 ? cells[5].split(separator: ":").first.map(String.init) : nil
            return Line(
                old: cells[0],
                new: cells[1],
                kind: cells[2],
                effect: instead ?? cells[3],
                isMoved: cells[2] == "move" || cells[4] == "moved"
            )
        }
    }

    private static func articles(_ passages: [Passage]) -> String {
        var seen: Set<String> = []
        let ids = passages.map { String($0.provision.rawValue.split(separator: "__").first ?? "") }
            .filter { seen.insert($0).inserted }
        return ids.isEmpty ? "-" : ids.joined(separator: ",")
    }
}

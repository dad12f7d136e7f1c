import DocumentReading
import Measuring
import NoticeComparison
import NoticeModel
import NoticeParsing

/// Measures how fast two laws are compared. Every benchmark checks what it got.
enum ComparisonBenchmarks {
    /// Two versions of a law: the second has another last sentence in every twentieth article, and one article less.
    private static func versions(byteCount: Int) throws -> (old: Notice, new: Notice) {
        let text = String(decoding: SyntheticLaw.law(byteCount: byteCount).bytes, as: UTF8.self)
        var lines = text.split(separator: "\n").map(String.init)
        for index in lines.indices where index % 20 == 19 { lines[index] += "任何单位和个人有权举报。" }
        if let last = lines.lastIndex(where: { $0.hasPrefix("第") && $0.contains("条　") }) {
            lines.removeSubrange(last...)
        }
        return (try notice(text), try notice(lines.joined(separator: "\n") + "\n"))
    }

    private static func notice(_ text: String) throws -> Notice {
        NoticeParser().parse(try DocumentReader().read(Array(text.utf8)))
    }

    /// Two laws of 100 kB, which must take less than 100 ms, then longer ones.
    static func run(report: (String, Measurement, Int) -> Void) throws {
        for size in [100_000, 200_000, 400_000] {
            let (old, new) = try versions(byteCount: size)
            let time = try Measurement(rounds: 9) {
                let comparison = NoticeComparer().compare(old, new)
                guard comparison.changes.contains(where: { $0.kind == .repeal }),
                    comparison.changes.count < comparison.rows.count / 2
                else {
                    throw WrongResult(
                        description: "\(comparison.changes.count) of \(comparison.rows.count) rows changed"
                    )
                }
            }
            report("\(size / 1000) kB law (\(old.articles.count) articles) against a version of it", time, size * 2)
            if size == 100_000, time.median > 0.1 {
                throw WrongResult(description: "two laws of 100 kB took \(time.text)")
            }
        }
    }
}

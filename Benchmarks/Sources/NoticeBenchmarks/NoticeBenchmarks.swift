import DocumentReading
import Glibc
import Measuring
import NoticeModel
import NoticeParsing

/// Measures how fast documents become notices. Every benchmark checks what it got.
@main
struct NoticeBenchmarks {
    /// The longest text of the linearity benchmark, in megabytes; the first argument overrules it.
    private static let largest = 48

    static func main() async {
        let largest = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? largest
        let subjects: [() async throws -> Void] = [
            oneLaw,
            oneNotice,
            { try linearity("law", upTo: largest) { SyntheticLaw.law(byteCount: $0) } },
            { try linearity("notice", upTo: largest) { SyntheticLaw.notice(byteCount: $0) } },
            { try ComparisonBenchmarks.run(report: report) },
            manyLaws,
        ]
        var hasFailed = false
        for subject in subjects {
            do {
                try await subject()
            } catch {
                say("wrong: \(error)")
                hasFailed = true
            }
        }
        exit(hasFailed ? 1 : 0)
    }

    // MARK: - Subjects

    private static func oneLaw() throws {
        let sample = SyntheticLaw.law(byteCount: 100_000)
        let time = try Measurement(rounds: 21) { try check(sample) }
        report("100 kB law to norms", time, sample.bytes.count)
    }

    private static func oneNotice() throws {
        let sample = SyntheticLaw.notice(byteCount: 100_000)
        let time = try Measurement(rounds: 21) { try check(sample) }
        report("100 kB notice to norms", time, sample.bytes.count)
        let reading = try Measurement(rounds: 21) { _ = try DocumentReader().read(sample.bytes) }
        report("100 kB notice, reading alone", reading, sample.bytes.count)
    }

    /// The time for a byte must not grow with the length: it may double between the shortest text and the longest, since
    /// caches hold less and less of it and other programs run too.
    private static func linearity(_ name: String, upTo megabytes: Int, _ make: (Int) -> SyntheticLaw.Sample) throws {
        var perByte: [Double] = []
        var size = 750_000
        while size <= megabytes * 1_000_000 {
            let sample = make(size)
            let time = try Measurement(rounds: size < 10_000_000 ? 3 : 1) { try check(sample) }
            report("\(name) of \(Double(size) / 1e6) MB", time, sample.bytes.count)
            perByte.append(time.median / Double(sample.bytes.count))
            size *= 4
        }
        guard let first = perByte.first, let last = perByte.last, last > first * 2 else { return }
        throw WrongResult(description: "\(name): a byte of the longest text took \(last / first) times as long")
    }

    /// As many laws as there are in force, on two cores.
    private static func manyLaws() async throws {
        let samples = (0..<50).map { SyntheticLaw.law(byteCount: 20_000, seed: UInt64($0 + 1)) }
        let laws = 3_500
        let clock = ContinuousClock()
        let start = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for half in 0..<2 {
                group.addTask {
                    for number in stride(from: half, to: laws, by: 2) { try check(samples[number % samples.count]) }
                }
            }
            try await group.waitForAll()
        }
        let time = clock.now - start
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        report("3,500 laws of 20 kB, two tasks", Measurement([seconds]), laws * 20_000)
    }

    // MARK: - Results

    private static func check(_ sample: SyntheticLaw.Sample) throws {
        let notice = NoticeParser().parse(try DocumentReader().read(sample.bytes))
        guard notice.articles.count == sample.articles else {
            throw WrongResult(description: "\(notice.articles.count) articles instead of \(sample.articles)")
        }
        let prohibitions = notice.articles.reduce(0) { sum, article in
            sum + article.norms.count { $0.kind == .prohibition }
        }
        guard prohibitions == sample.prohibitions else {
            throw WrongResult(description: "\(prohibitions) prohibitions instead of \(sample.prohibitions)")
        }
    }

    private static func report(_ name: String, _ time: Measurement, _ byteCount: Int) {
        let speed = Double(byteCount) / time.median / 1e6
        say("\(name): \(time.text), \(Double(Int(speed * 10)) / 10) MB/s")
    }
}

import RecordModel
import Screening
import Testing

@Suite("Comparing with an accepted run")
struct AcceptedRunTests {
    private let outcomes = [
        AcceptedRun.Outcome(row: 1, id: "A", verdict: .clear, rules: []),
        AcceptedRun.Outcome(row: 2, id: nil, verdict: .review, rules: ["investing"]),
        AcceptedRun.Outcome(row: 3, id: "C", verdict: .prohibited, rules: ["mining", "registration-terms"]),
    ]

    @Test("reads back what it writes")
    func roundTrip() throws {
        var run = AcceptedRun()
        run.accept(outcomes, of: "a.csv")
        run.accept([], of: "empty.csv")
        let again = try AcceptedRun(run.text)
        #expect(again.holds("a.csv"))
        #expect(again.changes(to: outcomes, of: "a.csv").isEmpty)
        #expect(again.text == run.text)
    }

    @Test("tells rows gained, lost and otherwise changed; rows with a key are found wherever they stand")
    func changes() throws {
        var run = AcceptedRun()
        run.accept(outcomes, of: "a.csv")
        let now = [
            AcceptedRun.Outcome(row: 1, id: "C", verdict: .prohibited, rules: ["mining", "registration-terms"]),
            AcceptedRun.Outcome(row: 2, id: nil, verdict: .review, rules: ["payment-use"]),
            AcceptedRun.Outcome(row: 4, id: "D", verdict: .review, rules: ["mining"]),
        ]
        let changes = run.changes(to: now, of: "a.csv")
        #expect(changes.map(\.row) == [2, 4, 1])
        #expect(changes.map { $0.accepted?.verdict } == [.review, nil, .clear])
        #expect(changes.map { $0.current?.verdict } == [.review, .review, nil])
    }

    @Test(
        "names the line that it can't read",
        arguments: ["a.csv\t1\t\tclear", "a.csv\tx\t\tclear\t", "a.csv\t1\t\tclaer\t"]
    )
    func wrongLines(line: String) {
        let error = #expect(throws: AcceptedRun.LineError.self) { try AcceptedRun("# head\n\(line)\n") }
        #expect(error?.line == 2)
    }
}

@Suite("Measures of accuracy")
struct AccuracyMeasureTests {
    @Test("give Wilson's interval", arguments: [(8, 10, 0.490, 0.943), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278)])
    func interval(part: Int, whole: Int, low: Double, high: Double) throws {
        var share = AccuracyReport.Share()
        for number in 0..<whole { share.count(number < part) }
        let interval = try #require(share.interval)
        #expect(abs(interval.low - low) < 0.001)
        #expect(abs(interval.high - high) < 0.001)
        #expect(AccuracyReport.Share().interval == nil)
    }

    @Test("read a label's level and the rules behind it")
    func labels() {
        #expect(AccuracyReport.Label("prohibited mining registration-terms") == .level(.prohibited))
        #expect(AccuracyReport.Label("P mining") == .flagged)
        #expect(AccuracyReport.Label("prohibitted mining") == nil)
        #expect(
            AccuracyReport.Label.rules(of: "prohibited mining registration-terms") == ["mining", "registration-terms"]
        )
        #expect(AccuracyReport.Label.rules(of: "review") == nil)
    }
}

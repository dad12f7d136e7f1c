import Glibc

/// How long something took, run several times.
struct Measurement {
    /// The times in seconds, the shortest first.
    let seconds: [Double]

    /// Runs `body` until it ran `rounds` times.
    init(rounds: Int, _ body: () throws -> Void) rethrows {
        let clock = ContinuousClock()
        var seconds: [Double] = []
        for _ in 0..<rounds {
            let time = try clock.measure { try body() }
            seconds.append(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        self.seconds = seconds.sorted()
    }

    /// Takes over what was measured otherwise.
    init(_ seconds: [Double]) {
        self.seconds = seconds.sorted()
    }

    /// The time in the middle, in seconds.
    var median: Double { seconds[seconds.count / 2] }

    /// The shortest time, the one in the middle and the longest, in milliseconds.
    var text: String {
        let (low, high) = (seconds.first ?? 0, seconds.last ?? 0)
        return "\(Self.milliseconds(median)) ms (\(Self.milliseconds(low))–\(Self.milliseconds(high)))"
    }

    private static func milliseconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return tenths >= 1_000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

/// A benchmark whose result isn't what it must be.
struct WrongResult: Error, CustomStringConvertible {
    let description: String
}

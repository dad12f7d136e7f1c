import Glibc

/// How long something took, run several times.
package struct Measurement {
    /// The times in seconds, the shortest first.
    package let seconds: [Double]

    /// Runs `body` until it ran `rounds` times.
    package init(rounds: Int, _ body: () throws -> Void) rethrows {
        let clock = ContinuousClock()
        var seconds: [Double] = []
        for _ in 0..<rounds {
            let time = try clock.measure { try body() }
            seconds.append(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        self.seconds = seconds.sorted()
    }

    /// Takes over what was measured otherwise.
    package init(_ seconds: [Double]) {
        self.seconds = seconds.sorted()
    }

    /// The time in the middle, in seconds.
    package var median: Double { seconds[seconds.count / 2] }

    /// The shortest time, the one in the middle and the longest, in milliseconds.
    package var text: String {
        let (low, high) = (seconds.first ?? 0, seconds.last ?? 0)
        return "\(Self.milliseconds(median)) ms (\(Self.milliseconds(low))–\(Self.milliseconds(high)))"
    }

    private static func milliseconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return tenths >= 1_000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

/// A benchmark whose result isn't what it must be.
package struct WrongResult: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) {
        self.description = description
    }
}

/// The most memory that the process ever held at a time, in megabytes; 0 where the system doesn't say.
package func peakMegabytes() -> Int {
    var usage = rusage()
    return getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 ? usage.ru_maxrss / 1024 : 0
}

/// Prints a line at once, for a run takes minutes.
package func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    bytes.withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

import Foundation
import LegalText
import RecordModel
import Reporting
import Screening

/// Tells on standard error how far a batch is: a bar that is drawn anew on a terminal, a line now and then elsewhere.
final class ProgressMeter {
    private let isBar: Bool
    private let language: LocalizedText.Language
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant
    private var finished = ScreeningSummary()
    private var finishedBytes = 0
    private let wholeBytes: Int?
    private var isShown = false

    /// How often the bar is drawn, and how often a line is printed.
    private static let barInterval = Duration.milliseconds(100)
    private static let lineInterval = Duration.seconds(10)

    /// Creates a meter for files of `bytes` together, or of a size that isn't known.
    init(bytes: Int?, isBar: Bool, in language: LocalizedText.Language) {
        wholeBytes = bytes
        self.language = language
        self.isBar = isBar
        lastShown = start
    }

    /// Takes note of how far the file is that is being read.
    func update(_ summary: ScreeningSummary, _ progress: InputProgress) {
        let now = ContinuousClock.now
        guard now - lastShown >= (isBar ? Self.barInterval : Self.lineInterval) else { return }
        lastShown = now
        var all = finished
        all.add(summary)
        let elapsed = start.duration(to: now) / .seconds(1)
        let text = ProgressText.line(
            rows: all.rows,
            flagged: all.flagged,
            share: wholeBytes.map { Double(finishedBytes + progress.read) / Double(max(1, $0)) },
            seconds: elapsed,
            barWidth: isBar ? 24 : 0,
            in: language
        )
        if isBar {
            StandardError.draw("\r\u{1B}[K" + Self.cut(text, to: max(20, Terminal.width - 1)))
            isShown = true
        } else {
            StandardError.print(text)
        }
    }

    /// As much of `text` as a line of `width` columns holds, of which a Chinese character takes two.
    private static func cut(_ text: String, to width: Int) -> Substring {
        var rest = width
        return text.prefix { character in
            rest -= character.unicodeScalars.contains { $0.value >= 0x2E80 } ? 2 : 1
            return rest >= 0
        }
    }

    /// Takes note that a file is done.
    func finish(_ summary: ScreeningSummary, _ progress: InputProgress) {
        finished.add(summary)
        finishedBytes += progress.whole ?? progress.read
    }

    /// Takes the bar away, so that something else can be printed.
    func clear() {
        guard isShown else { return }
        StandardError.draw("\r\u{1B}[K")
        isShown = false
    }
}

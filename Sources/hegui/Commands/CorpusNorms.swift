import ArgumentParser
import LegalText
import NoticeCorpus
import NoticeModel

/// Measures the reading of norms against those that were written down by hand.
struct CorpusNorms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "norms",
        abstract: "Measure the norms that are found against those written down by hand.",
        discussion: """
            The expected norms stand beside the texts in 'norms.zh.yaml' and 'norms.en.yaml'. A found norm matches an \
            expected one in the same article and of the same kind if they share at least half of the characters of the \
            longer one, one to one. A part counts in the matched norms in which it is expected or found.

            Exits with 0 when every floor holds over all texts together, and with 1 when one doesn't.

            Example:
              hegui corpus norms yinfa-2026-42/zh --floor prohibition-f1=0.97 --misses
            """
    )

    @Argument(help: ArgumentHelp("Notices or texts, such as yinfa-2026-42/en; all if none is named.", valueName: "id"))
    var names: [String] = []

    @Option(
        name: .customLong("floor"),
        parsing: .singleValue,
        help: ArgumentHelp(
            """
            The least value that is accepted, from 0 to 1: of a kind of norm or 'all' with -precision, -recall or -f1 \
            (prohibition-f1), or of a part with -exact (bearers-exact).
            """,
            valueName: "measure=value"
        )
    )
    var floors: [AccuracyFloor<NormScore.Measure>] = []

    @Flag(help: "List every norm that is missed or spurious, and every part that isn't as expected.")
    var misses = false

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let texts = try measuredTexts()
        var total = NormScore()
        for (text, expected) in texts {
            let score = NormScore(of: text.notice, against: expected)
            total.add(score)
            var lines = [text.id] + NormScoreTable(score).lines
            if misses { lines += NormMissList(score, in: text).lines }
            try write(lines)
        }
        if texts.count > 1 { try write(["all \(texts.count) texts"] + NormScoreTable(total).lines) }
        let checks = floors.map { floor in
            let value = total.value(of: floor.measure)
            return (floor: floor, value: value, holds: value >= floor.share)
        }
        try write(
            checks.map { check in
                let measured = "\(check.floor.measure.rawValue): \(percent(check.value))"
                return "\(measured), floor \(percent(check.floor.share))\(check.holds ? "" : ": below it")"
            }
        )
        try exit.end(!checks.allSatisfy(\.holds))
    }

    /// The texts that are named, or all, as far as their norms are written down.
    private func measuredTexts() throws -> [(CorpusText, ExpectedNorms)] {
        let corpus = try data.folder().corpus()
        var measured: [(CorpusText, ExpectedNorms)] = []
        var problems: [String] = []
        for name in names.isEmpty ? corpus.entries.map(\.id) : names {
            do {
                let texts = try Self.texts(named: name, in: corpus)
                let found = try texts.compactMap { text in try text.expectedNorms().map { (text, $0) } }
                if found.isEmpty, !names.isEmpty {
                    let reason = texts.isEmpty ? "no such notice in the corpus" : "no norms are written down for it"
                    problems.append("\(name): error: \(reason)")
                }
                measured += found
            } catch let error as CorpusError {
                problems.append(error.description)
            }
        }
        if measured.isEmpty, problems.isEmpty {
            problems.append("error: no norms are written down for any text of the corpus")
        }
        guard problems.isEmpty else { throw CommandFailure(located: problems.joined(separator: "\n")) }
        return measured
    }

    /// One text, or all texts of a notice.
    private static func texts(named name: String, in corpus: NoticeCorpus) throws(CorpusError) -> [CorpusText] {
        guard corpus.entry(name) != nil else { return [try corpus.text(named: name)].compactMap(\.self) }
        var texts: [CorpusText] = []
        for language in LocalizedText.Language.allCases {
            if let text = try corpus.text(notice: name, language: language) { texts.append(text) }
        }
        return texts
    }

    private func write(_ lines: [String]) throws {
        try ResultOutput.standard.write(lines.map { $0 + "\n" }.joined())
    }
}

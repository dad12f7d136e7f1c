/// A picture, as SVG, of what a command prints on a terminal with colours.
struct TerminalPicture {
    /// A stretch of text in one style.
    private struct Run {
        var text: String
        var classes: Set<String>
    }

    /// The number of cells in a line; Chinese characters take two.
    private static let columns = 100
    private static let cellWidth = 8
    private static let lineHeight = 22
    private static let margin = 18

    private var lines: [[Run]] = []

    /// Creates a picture of `output`, with the command that made it above.
    ///
    /// - Parameters:
    ///   - command: The command line, without a prompt.
    ///   - output: Text with SGR sequences for colour, bold, faint and struck words; others are left out.
    init(command: String, output: String) {
        append([Run(text: "$ ", classes: ["f"]), Run(text: command, classes: ["b"])])
        lines.append([])
        var classes: Set<String> = []
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            append(Self.runs(of: line, &classes))
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
    }

    // MARK: - Lines

    /// The stretches of a line; `classes` holds what an earlier line switched on.
    private static func runs(of line: Substring, _ classes: inout Set<String>) -> [Run] {
        var runs: [Run] = []
        for (number, part) in line.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated() {
            var text = part
            if number > 0, let end = part.firstIndex(where: \.isLetter) {
                if part[end] == "m" { change(&classes, by: part[..<end]) }
                text = part[part.index(after: end)...]
            }
            if !text.isEmpty { runs.append(Run(text: String(text), classes: classes)) }
        }
        return runs
    }

    private static func change(_ classes: inout Set<String>, by codes: Substring) {
        let colors = ["30": "k", "31": "r", "32": "g", "33": "y", "34": "u", "35": "p", "36": "c"]
        for code in codes.split(separator: ";", omittingEmptySubsequences: false) {
            switch code {
            case "", "0": classes = []
            case "1": classes.insert("b")
            case "2": classes.insert("f")
            case "4": classes.insert("n")
            case "7": classes.insert("v")
            case "9": classes.insert("s")
            default:
                guard let color = colors[String(code)] else { continue }
                classes.subtract(colors.values)
                classes.insert(color)
            }
        }
    }

    /// Adds a line, cut where it is too long; what goes on stands two cells further in.
    private mutating func append(_ runs: [Run]) {
        let indent = runs.first.map { $0.text.prefix { $0 == " " }.count + 2 } ?? 0
        var line: [Run] = []
        var cells = 0
        for run in runs {
            var text = ""
            for word in Self.words(of: run.text) {
                let width = word.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
                if cells + width > Self.columns, cells > indent {
                    line.append(Run(text: text, classes: run.classes))
                    lines.append(line)
                    line = [Run(text: String(repeating: " ", count: indent), classes: [])]
                    (text, cells) = ("", indent)
                }
                text += word
                cells += width
            }
            if !text.isEmpty { line.append(Run(text: text, classes: run.classes)) }
        }
        lines.append(line)
    }

    /// What a line may be cut between: words of letters with the blank behind them, and single other characters with the marks that go with them.
    private static func words(of text: String) -> [String] {
        text.reduce(into: []) { words, character in
            let joins = words.last?.last.map { before in
                "「『“‘（〔【《".contains(before) || "，。、；：」』”’）〕】》！？".contains(character)
                    || before != " " && !isWide(before) && !isWide(character)
            }
            if joins == true { words[words.count - 1].append(character) } else { words.append(String(character)) }
        }
    }

    /// Whether a character takes two cells.
    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value >= 0x2E80 }
    }

    // MARK: - SVG

    /// The picture.
    var svg: String {
        let width = Self.columns * Self.cellWidth + 2 * Self.margin
        let height = lines.count * Self.lineHeight + 2 * Self.margin
        let texts = lines.enumerated().compactMap { number, runs -> String? in
            guard !runs.isEmpty else { return nil }
            let y = Self.margin + number * Self.lineHeight + 15
            return "<text x=\"\(Self.margin)\" y=\"\(y)\">\(runs.map(Self.element).joined())</text>\n"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
            <style>
            text { font: 13.3px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", \
            "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", monospace; fill: #d7dde5; white-space: pre; }
            .b { font-weight: bold } .f { fill: #8b96a5 } .s { text-decoration: line-through } .n { text-decoration: underline }
            .r { fill: #ff8078 } .g { fill: #7ee08a } .y, .v { fill: #f2c45a } .u { fill: #84b6ff } .p { fill: #d9a5ff } .c { fill: #7ddbe0 }
            </style>
            <rect width="100%" height="100%" rx="10" fill="#161b22"/>
            \(texts.joined())</svg>

            """
    }

    private static func element(_ run: Run) -> String {
        let text = run.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        guard !run.classes.isEmpty else { return text }
        return "<tspan class=\"\(run.classes.sorted().joined(separator: " "))\">\(text)</tspan>"
    }
}

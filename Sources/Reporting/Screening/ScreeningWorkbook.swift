internal import LegalText
internal import RecordModel
internal import RuleEngine
package import Screening

/// Writes the results of a batch as an Excel workbook.
package final class ScreeningWorkbook {
    private let options: ScreeningReportOptions
    private let table: ScreeningTable
    private let writer: WorkbookWriter
    private var sheetCount = 0

    /// Begins a workbook that will be written to `path`.
    package init(path: String, _ options: ScreeningReportOptions) throws(WorkbookWriter.Failure) {
        self.options = options
        table = ScreeningTable(options)
        writer = try WorkbookWriter(path: path)
        try startSheet()
    }

    /// Adds the rows that were screened, in order.
    package func rows(_ rows: [ScreenedRow], of source: RowSource) throws(WorkbookWriter.Failure) {
        for row in rows {
            guard let cells = table.cells(of: row, in: source), let verdict = row.screened?.verdict else { continue }
            if writer.isFull {
                writer.finishTable(columns: table.header.count)
                try startSheet()
            }
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                if column == table.leadingCount {
                    try writer.write(row.row, column)
                } else {
                    let isVerdict = column == table.leadingCount + 3 || column == table.leadingCount + 4
                    try writer.write(cell, column, isVerdict ? Self.style(of: verdict.level) : nil)
                }
            }
            writer.nextRow()
        }
    }

    /// Adds the counts and the clauses, and writes the file.
    package func close(_ summary: ScreeningSummary) throws(WorkbookWriter.Failure) {
        writer.finishTable(columns: table.header.count)
        try writeSummary(summary)
        try writer.close()
    }

    private static func style(of level: Verdict.Level) -> WorkbookWriter.Style {
        switch level {
        case .prohibited: .colored(0xB42318)
        case .restricted: .colored(0x8A4B00)
        case .review: .colored(0x6B5900)
        case .clear: .colored(0x1A7F37)
        }
    }

    private func startSheet() throws(WorkbookWriter.Failure) {
        sheetCount += 1
        let name = said("结果", "Results") + (sheetCount == 1 ? "" : " \(sheetCount)")
        try writer.addTable(name, titles: table.header) { column, title in
            switch title {
            case "row", "verdict": 11
            case "id", "label", "articles": 22
            default: column < table.leadingCount + 14 ? 40 : 24
            }
        }
    }

    private func writeSummary(_ summary: ScreeningSummary) throws(WorkbookWriter.Failure) {
        try writer.addSheet(said("汇总", "Summary"), widths: [44, 60, 60])
        try line([Wording.disclaimer[options.language]])
        for pack in options.packs {
            try line([said("规则包", "rule pack"), "\(pack.id) \(pack.version)", pack.digest])
        }
        try line([said("行", "rows")], count: summary.rows)
        for level in Verdict.Level.allCases.reversed() {
            try line([Wording.label(of: level, in: options.language)], count: summary.count(of: level))
        }
        try line([said("无法读取", "rejected")], count: summary.rejected)
        for article in summary.articles.keys.sorted(by: {
            ScreeningChart.articleOrder($0) < ScreeningChart.articleOrder($1)
        }) {
            let title = options.rules.first { $0.basis.article == article }?.basis.title
            try line([title ?? article], count: summary.articles[article] ?? 0)
        }
        for rule in options.rules {
            guard let count = summary.rules[rule.id] else { continue }
            let quote = rule.basis.quote(in: options.language)
            let clause = quote.map { "\($0.text) 〔\(Wording.status($0.status)[options.language])〕" } ?? ""
            try line([rule.title[options.language] + "  " + rule.id, "", clause], count: count)
        }
    }

    /// Writes a line of the summary; `count` goes into its second cell.
    private func line(_ texts: [String], count: Int? = nil) throws(WorkbookWriter.Failure) {
        for (column, text) in texts.enumerated() where !text.isEmpty { try writer.write(text, column) }
        if let count { try writer.write(count, 1) }
        writer.nextRow()
    }

    private func said(_ zh: String, _ en: String) -> String {
        options.language == .zh ? zh : en
    }
}

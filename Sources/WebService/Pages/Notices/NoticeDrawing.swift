#if Service
    import DecisionLog
    import LegalText
    import NoticeCorpus
    import NoticeModel
    import Reporting

    /// A picture of when each notice was in force, and which repealed which.
    struct NoticeDrawing {
        let corpus: NoticeCorpus
        let today: CalendarDay
        let language: LocalizedText.Language

        private let width = 960
        private let left = 4
        private let right = 24
        private let rowHeight = 66

        /// The picture as SVG.
        var svg: String {
            let entries = corpus.entries.sorted {
                ($0.known?.description ?? "9", $0.id) < ($1.known?.description ?? "9", $1.id)
            }
            let years = entries.compactMap(\.known?.year)
            let first = years.min() ?? 2013
            let last = max(years.max() ?? first, Self.year(of: today)) + 1
            func x(_ date: String) -> Int {
                let parts = date.split(separator: "-").compactMap { Int($0) }
                guard parts.count == 3 else { return left }
                let year = Double(parts[0]) + (Double(parts[1] - 1) + Double(parts[2] - 1) / 31) / 12
                let share = (year - Double(first)) / Double(max(1, last - first))
                return left + Int(Double(width - left - right) * share)
            }
            let height = entries.count * rowHeight + 40
            var shapes = ""
            for year in first..<last where (year - first).isMultiple(of: last - first > 14 ? 2 : 1) {
                let place = x("\(year)-01-01")
                shapes += """
                    <line class="axis" x1="\(place)" y1="20" x2="\(place)" y2="\(height)"/>
                    <text class="soft" x="\(place + 3)" y="16">\(year)</text>

                    """
            }
            let now = x(today.description)
            shapes += "<line class=\"today\" x1=\"\(now)\" y1=\"20\" x2=\"\(now)\" y2=\"\(height)\"/>\n"
            func middle(_ index: Int) -> Int { 24 + index * rowHeight + 48 }
            for (index, entry) in entries.enumerated() {
                let number = HTMLText.escaped(entry.documentNumber ?? entry.id)
                let begin = entry.known.map { x($0.description) } ?? left
                // A name that begins late stands before its bar, so that a phone shows all of it.
                let place =
                    begin > 520
                    ? "x=\"\(begin - 10)\" y=\"\(middle(index) + 6)\" text-anchor=\"end\""
                    : "x=\"\(begin)\" y=\"\(middle(index) - 17)\""
                shapes += "<a href=\"/notices/\(entry.id)\"><text \(place)>\(number)</text></a>\n"
                guard let start = entry.known?.description else {
                    shapes +=
                        "<text class=\"soft\" x=\"\(left)\" y=\"\(middle(index) + 5)\">"
                        + said("日期不详", "date unknown") + "</text>\n"
                    continue
                }
                let repealer = corpus.repealing(entry.id).min {
                    ($0.known?.description ?? "9") < ($1.known?.description ?? "9")
                }
                let end = repealer?.known?.description ?? today.description
                let bar = max(3, x(end) - x(start))
                shapes += """
                    <rect class="bar\(repealer == nil ? "" : " ended")" x="\(x(start))" y="\(middle(index) - 10)" width="\(bar)" height="20" rx="3"><title>\(number) \(start) – \(repealer == nil ? said("现行", "in force") : end)</title></rect>

                    """
                if let repealer, let row = entries.firstIndex(where: { $0.id == repealer.id }) {
                    let (from, to) = (middle(row), middle(index))
                    let place = x(end)
                    shapes += """
                        <path class="repeal" d="M\(place) \(from - 11)V\(to + 14)" marker-end="url(#tip)"/>
                        <text class="repeal-text" x="\(place + 9)" y="\((from + to) / 2 + 2)">\(said("废止", "repeals"))</text>

                        """
                }
            }
            return """
                <svg viewBox="0 -14 \(width) \(height + 14)" role="group" aria-label="\(said("各通知的施行期间与废止关系，内容同下表", "When each notice was in force and what repealed it, as in the table below"))">
                <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>
                \(shapes)</svg>
                """
        }

        private static func year(of day: CalendarDay) -> Int { Int(day.description.prefix(4)) ?? 2026 }

        private func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    }
#endif

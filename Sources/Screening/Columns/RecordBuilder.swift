internal import RecordModel

/// Makes records of the cells of rows.
struct RecordBuilder: Sendable {
    let plan: ColumnPlan

    /// Makes a record; `texts` gives what a column holds: one text, or several where the format has lists.
    ///
    /// Texts that hold only blanks or a dash are taken for empty. Words that are matched are kept as they stand. `passed`
    /// are the cells of every column as they are passed on, where those aren't the texts.
    func record(texts: (Int) -> [String], passed: [RecordColumn]? = nil) -> Record {
        func filled(_ column: Int) -> [String] {
            texts(column).filter { !Self.isEmpty($0) }
        }
        /// What the first column that is filled holds.
        func first(_ columns: [Int]) -> [String] {
            for column in columns {
                let texts = filled(column)
                if !texts.isEmpty { return texts }
            }
            return []
        }
        func key(_ columns: [Int]) -> String? {
            first(columns).first.map(Self.trimmed)
        }
        let names = plan.names.flatMap(filled)
        var otherNames = names.dropFirst().filter { $0 != names.first }.map { OtherName($0) }
        for column in plan.otherNames {
            for text in filled(column.column) {
                let listed = column.kind == .former ? Self.listed(text) : [text]
                otherNames += listed.filter { $0 != names.first }.map { OtherName($0, kind: column.kind) }
            }
        }
        // A second column of scopes, such as 许可经营项目 beside 一般经营项目, says something else, and is never dropped.
        var scopes: [String] = []
        for text in plan.scopes.flatMap(filled) where !scopes.contains(text) { scopes.append(text) }
        let descriptions = plan.descriptions.flatMap(filled)
        return Record(
            id: key(plan.ids),
            name: names.first,
            otherNames: otherNames,
            scope: scopes.isEmpty ? nil : scopes.joined(separator: "；"),
            // A blank line holds no term together, so none is found across two columns.
            description: descriptions.isEmpty ? nil : descriptions.joined(separator: "\n\n"),
            actor: key(plan.actors),
            jurisdiction: key(plan.jurisdictions),
            approval: key(plan.approvals),
            registrationStatus: key(plan.statuses),
            registrationDate: key(plan.registrationDates),
            columns: plan.keepsColumns ? passed ?? columns(texts) : []
        )
    }

    /// Every column that the row fills, with its text as it stands.
    private func columns(_ texts: (Int) -> [String]) -> [RecordColumn] {
        let fields = plan.fieldColumns
        return plan.columns.indices.compactMap { column in
            let texts = texts(column)
            guard !texts.isEmpty else { return nil }
            return RecordColumn(
                header: plan.columns[column],
                text: texts.joined(separator: "；"),
                isField: fields.contains(column)
            )
        }
    }

    /// What the row's label column holds, or `nil` where there is no such column or it is empty.
    func label(texts: (Int) -> [String]) -> String? {
        plan.labels.lazy.flatMap(texts).first { !Self.isEmpty($0) }.map(Self.trimmed)
    }

    /// Whether a cell says nothing: blank, or one of the marks that exports put into empty cells.
    private static func isEmpty(_ text: String) -> Bool {
        // Few cells are as short as these marks.
        if text.utf8.count > 16 { return text.allSatisfy(\.isWhitespace) }
        switch text.filter({ !$0.isWhitespace }) {
        case "", "-", "--", "---", "－", "—", "——", "\\N", "/", "无", "暂无", "暂无数据", "NULL", "null", "None", "NaN", "nan",
            "N/A",
            "n/a", "#N/A",
            "#REF!", "#VALUE!", "#NAME?", "#DIV/0!":
            return true
        default: return false
        }
    }

    /// A key without the blanks around it, and without the marks that keep a spreadsheet from making it a number: `'9144…`
    /// and `="9144…"`.
    private static func trimmed(_ text: String) -> String {
        var slice = Substring(text)
        if slice.hasPrefix("=\""), slice.hasSuffix("\"") { slice = slice.dropFirst(2).dropLast() }
        while let first = slice.first, first.isWhitespace || "'‘’＇\u{FEFF}".contains(first) { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// The names of a list that is parted by semicolons, bars or line ends; by commas, 、 and slashes only where each part is
    /// the full name of a company, for they stand inside names too.
    private static func listed(_ cell: String) -> [String] {
        let parts = cell.split { "；;|｜\n\t".contains($0) || $0.isNewline }
        return parts.flatMap { part in
            let names = part.split { "、，,/".contains($0) }
            return names.count > 1 && names.allSatisfy(isCompanyName) ? names : [part]
        }
        .map { trimmed(String($0)) }.filter { !isEmpty($0) }
    }

    /// Whether `text` ends as the full name of a company does, perhaps with the time in brackets until when it was used.
    private static func isCompanyName(_ text: Substring) -> Bool {
        var name = text.trimmingSuffix(while: \.isWhitespace)
        if let last = name.last, "）)".contains(last), let bracket = name.lastIndex(where: { "（(".contains($0) }),
            name[bracket...].contains(where: \.isNumber)
        {
            name = name[..<bracket]
        }
        return ["公司", "企业", "厂", "店", "中心", "合作社", "（有限合伙）", "(有限合伙)", "（普通合伙）", "(普通合伙)", "事务所"].contains {
            name.hasSuffix($0)
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}

internal import RecordModel

/// Makes records of the cells of rows.
struct RecordBuilder: Sendable {
    let plan: ColumnPlan

    /// Makes a record; `texts` gives what a column holds: one text, or several where the format has lists.
    ///
    /// Texts that hold only blanks or a dash are taken for empty. Words that are matched are kept as they stand.
    func record(texts: (Int) -> [String]) -> Record {
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
        let scopes = first(plan.scopes)
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
            columns: plan.keepsColumns ? columns(texts) : []
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
        // Nearly every cell begins with a letter, a digit or a Chinese character, and is told by its first byte.
        switch text.utf8.first ?? 0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: return false
        default: break
        }
        if text.utf8.count > 16 { return text.allSatisfy(\.isWhitespace) }
        switch text.filter({ !$0.isWhitespace }) {
        case "", "-", "--", "－", "—", "——", "\\N": return true
        default: return false
        }
    }

    /// A key without the blanks around it, and without the mark that keeps a spreadsheet from making it a number.
    private static func trimmed(_ text: String) -> String {
        var slice = Substring(text)
        while let first = slice.first, first.isWhitespace || "'‘’＇\u{FEFF}".contains(first) { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    /// The names of a list that is parted by semicolons.
    private static func listed(_ cell: String) -> [String] {
        cell.split { $0 == "；" || $0 == ";" }.map { trimmed(String($0)) }.filter { !isEmpty($0) }
    }
}

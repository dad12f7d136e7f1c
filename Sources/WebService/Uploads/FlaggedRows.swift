#if Service
    import LegalText
    import RecordModel
    import Screening

    /// The rows of a batch that were flagged: what can be asked of them in memory, the records in a file.
    struct FlaggedRows: Sendable {
        /// One row.
        struct Entry: Sendable {
            /// The number of the table that it is from, counted from 0.
            let table: Int32
            /// Its number in the table, counted from 1.
            let row: Int
            /// What it came to.
            let level: Verdict.Level
            /// Which rules fired, as an index into ``FlaggedRows/ruleSets``.
            let ruleSet: Int32

            fileprivate let offset: Int
            fileprivate let length: Int
        }

        /// The rows in the order of the file.
        private(set) var entries: [Entry] = []

        /// The sets of rules that fired together.
        private(set) var ruleSets: [[String]] = []

        private var known: [[String]: Int32] = [:]
        private var length = 0
        private let file: UploadFile

        /// Creates an empty list that keeps records in a new file at `path`.
        ///
        /// - Throws: A ``Problem`` where there can't be one.
        init(path: String) throws(Problem) {
            file = try UploadFile(path: path)
        }

        /// Adds the rows among `rows` that were flagged.
        ///
        /// - Throws: A ``Problem`` where the disk is full.
        mutating func add(_ rows: [ScreenedRow], of table: Int) throws(Problem) {
            var bytes: [UInt8] = []
            for row in rows {
                guard case .screened(let record, let verdict) = row.outcome, verdict.level > .clear else { continue }
                let rules = Set(verdict.findings.map(\.rule)).sorted()
                let set = known[rules] ?? Int32(ruleSets.count)
                if known.updateValue(set, forKey: rules) == nil { ruleSets.append(rules) }
                let packed = RecordPacking.bytes(of: record)
                entries.append(
                    Entry(
                        table: Int32(table),
                        row: row.row,
                        level: verdict.level,
                        ruleSet: set,
                        offset: length,
                        length: packed.count
                    )
                )
                length += packed.count
                bytes += packed
            }
            try file.write(bytes)
        }

        /// The record of the row at `index`, or `nil` where the file was tampered with.
        func record(at index: Int) -> Record? {
            let entry = entries[index]
            return RecordPacking.record(file.read(entry.length, at: entry.offset)[...])
        }

        /// Passes the records at `indices`, which ascend, to `body`; read many at a time.
        private func forEachRecord(at indices: [Int], _ body: (Int, Record) -> Void) {
            var start = 0
            while start < indices.count {
                let first = entries[indices[start]].offset
                var end = start + 1
                while end < indices.count {
                    let last = entries[indices[end]]
                    guard last.offset + last.length - first <= 1 << 20 else { break }
                    end += 1
                }
                let last = entries[indices[end - 1]]
                let bytes = file.read(last.offset + last.length - first, at: first)
                for index in indices[start..<end] {
                    let place = entries[index].offset - first
                    guard place + entries[index].length <= bytes.count,
                        let record = RecordPacking.record(bytes[place..<(place + entries[index].length)])
                    else { continue }
                    body(index, record)
                }
                start = end
            }
        }
    }

    extension FlaggedRows {
        /// Which rows are wanted, and in which order.
        struct Query: Sendable {
            /// The verdict.
            var level: Verdict.Level?
            /// The rules of which one fired.
            var rules: Set<String>?
            /// Words that stand in the record.
            var text: String?
            /// Rows that alone are wanted, or alone aren't.
            var among: (rows: Set<Int>, isWanted: Bool)?
            /// The order.
            var order = Order.gravest
        }

        /// An order of rows.
        enum Order: String, Sendable, CaseIterable {
            /// The graver verdict first, then as in the file.
            case gravest
            /// As in the file.
            case file
            /// By name.
            case name
        }

        /// The places in ``entries`` of the rows that `query` asks for, in its order.
        func indices(_ query: Query) -> [Int] {
            let sets = query.rules.map { rules in
                Set(ruleSets.indices.filter { !rules.isDisjoint(with: ruleSets[$0]) }.map(Int32.init))
            }
            var found = entries.indices.filter { index in
                let entry = entries[index]
                return (query.level.map { $0 == entry.level } ?? true)
                    && (sets.map { $0.contains(entry.ruleSet) } ?? true)
                    && (query.among.map { $0.rows.contains(index) == $0.isWanted } ?? true)
            }
            if let text = query.text?.lowercased(), !text.isEmpty {
                let wanted = Array(text.utf8)
                var holding: [Int] = []
                forEachRecord(at: found) { index, record in
                    if Self.texts(of: record).contains(where: {
                        MultipartReader.find(wanted, in: Array($0.lowercased().utf8)) != nil
                    }) {
                        holding.append(index)
                    }
                }
                found = holding
            }
            switch query.order {
            case .file: return found
            case .gravest:
                return Verdict.Level.allCases.reversed().flatMap { level in found.filter { entries[$0].level == level }
                }
            case .name:
                var names: [(name: String, index: Int)] = []
                forEachRecord(at: found) { index, record in
                    names.append((record.name ?? record.otherNames.first?.text ?? "", index))
                }
                return names.sorted { ($0.name, $0.index) < ($1.name, $1.index) }.map(\.index)
            }
        }

        private static func texts(of record: Record) -> [String] {
            Field.allCases.flatMap(record.texts(of:)) + [record.id].compactMap(\.self)
        }
    }
#endif

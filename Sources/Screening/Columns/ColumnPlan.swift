internal import RecordModel

/// Which cells of a row make up a record.
///
/// Places are positions in ``columns``: the header's cells, or the keys seen in the first objects of NDJSON.
struct ColumnPlan: Sendable, Hashable {
    /// The headers as they stand in the file.
    let columns: [String]

    private(set) var id: Int?
    private(set) var name: Int?
    private(set) var scope: Int?
    private(set) var actor: Int?
    private(set) var jurisdiction: Int?
    private(set) var approval: Int?

    /// The columns of descriptions; all of them are screened.
    private(set) var descriptions: [Int] = []

    /// The columns of other names, in order.
    private(set) var otherNames: [NameColumn] = []

    struct NameColumn: Sendable, Hashable {
        let column: Int
        let kind: OtherName.Kind
    }

    /// Reads the roles of `columns` off their headers, after what `mapping` says of them.
    ///
    /// - Throws: ``UnknownColumn`` where `mapping` names a column that isn't there.
    init(columns: [String], mapping: ColumnMapping) throws(UnknownColumn) {
        self.columns = columns
        var taken: Set<Int> = []
        for entry in mapping.entries {
            guard let column = Self.place(of: entry.column, in: columns) else {
                throw UnknownColumn(name: entry.column)
            }
            taken.insert(column)
            assign(entry.role, to: column)
        }
        let mapped = self
        var plainNames: [Int] = []
        var registeredNames: [Int] = []
        for (column, header) in columns.enumerated() where !taken.contains(column) {
            guard let role = ColumnRole(header: header) else { continue }
            switch role {
            case .name(.registered): registeredNames.append(column)
            case .name(.plain): plainNames.append(column)
            // What the user mapped stands alone, but for names, which are never dropped.
            case .description where !mapped.descriptions.isEmpty: continue
            default: assign(role, to: column)
            }
        }
        for column in registeredNames + plainNames {
            assign(.name(.registered), to: column)
        }
        otherNames.sort { $0.column < $1.column }
    }

    /// A column that the user named and that isn't there.
    struct UnknownColumn: Error {
        let name: String
    }

    /// Whether a row has anything to screen.
    var isScreenable: Bool {
        name != nil || scope != nil || !descriptions.isEmpty || !otherNames.isEmpty
    }

    /// How many columns have a role; tells a header from a banner above it.
    var roleCount: Int {
        [id, name, scope, actor, jurisdiction, approval].count { $0 != nil } + descriptions.count + otherNames.count
    }

    private mutating func assign(_ role: ColumnRole, to column: Int) {
        switch role {
        case .id: id = id ?? column
        // A second name is another name: the first wins, and none goes unscreened.
        case .name where name != nil: otherNames.append(NameColumn(column: column, kind: .unspecified))
        case .name: name = column
        case .otherNames(let kind): otherNames.append(NameColumn(column: column, kind: kind))
        case .scope: scope = scope ?? column
        case .description: descriptions.append(column)
        case .actor: actor = actor ?? column
        case .jurisdiction: jurisdiction = jurisdiction ?? column
        case .approval: approval = approval ?? column
        }
    }

    private static func place(of name: String, in columns: [String]) -> Int? {
        if let exact = columns.firstIndex(of: name) { return exact }
        let key = ColumnRole.key(of: name)
        if let folded = columns.firstIndex(where: { ColumnRole.key(of: $0) == key }) { return folded }
        guard let number = Int(name), columns.indices.contains(number - 1) else { return nil }
        return number - 1
    }
}

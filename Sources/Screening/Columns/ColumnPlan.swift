internal import RecordModel

/// Which cells of a row make up a record.
///
/// Places are positions in ``columns``: the header's cells, or the keys seen in the first objects of NDJSON.
struct ColumnPlan: Sendable, Hashable {
    /// The headers as they stand in the file.
    let columns: [String]

    /// The columns of each field, the likeliest first: the first that a row fills counts.
    private(set) var ids: [Int] = []
    private(set) var scopes: [Int] = []
    private(set) var actors: [Int] = []
    private(set) var jurisdictions: [Int] = []
    private(set) var approvals: [Int] = []
    private(set) var statuses: [Int] = []
    private(set) var registrationDates: [Int] = []
    private(set) var labels: [Int] = []

    /// Whether records keep the cells of every column as they stand.
    private(set) var keepsColumns = false

    /// The columns of names that may be the registered one; the others that a row fills are other names.
    private(set) var names: [Int] = []

    /// The columns of descriptions; all of them are screened.
    private(set) var descriptions: [Int] = []

    /// The columns of other names, in order.
    private(set) var otherNames: [NameColumn] = []

    /// How many columns the user gave by number, which fit any row.
    private var numbered = 0

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
            if columns[column] != entry.column, Int(entry.column) == column + 1 { numbered += 1 }
            assign(entry.role, to: column)
        }
        let mapped = self
        var plainNames: [Int] = []
        for (column, header) in columns.enumerated() where !taken.contains(column) {
            guard let role = ColumnRole(header: header) else { continue }
            switch role {
            case .name(.plain): plainNames.append(column)
            // What the user mapped stands alone, but for names, which are never dropped.
            case .id where !mapped.ids.isEmpty: continue
            case .scope where !mapped.scopes.isEmpty: continue
            case .description where !mapped.descriptions.isEmpty: continue
            case .actor where !mapped.actors.isEmpty: continue
            case .jurisdiction where !mapped.jurisdictions.isEmpty: continue
            case .approval where !mapped.approvals.isEmpty: continue
            case .status where !mapped.statuses.isEmpty: continue
            case .registrationDate where !mapped.registrationDates.isEmpty: continue
            default: assign(role, to: column)
            }
        }
        names += plainNames
    }

    private init() {
        columns = []
    }

    /// A plan of no column.
    static let empty = ColumnPlan()

    /// The plan with or without the cells of every column.
    func keepingColumns(_ keepsColumns: Bool) -> ColumnPlan {
        var plan = self
        plan.keepsColumns = keepsColumns
        return plan
    }

    /// The columns whose words or keys go into the record itself.
    var fieldColumns: Set<Int> {
        let single = [ids, names, scopes, descriptions, actors, jurisdictions, approvals, statuses, registrationDates]
        return Set(single.joined()).union(otherNames.map(\.column))
    }

    /// A column that the user named and that isn't there.
    struct UnknownColumn: Error {
        let name: String
    }

    /// Whether a row has anything to screen.
    var isScreenable: Bool {
        !(names.isEmpty && scopes.isEmpty && descriptions.isEmpty && otherNames.isEmpty)
    }

    /// How many columns are known by the words of their headers; tells a header from a banner and from a record.
    var recognizedCount: Int { roleCount - numbered }

    /// How many columns have a role.
    var roleCount: Int {
        [ids, names, scopes, descriptions, actors, jurisdictions, approvals, statuses, registrationDates]
            .reduce(otherNames.count) { $0 + $1.count }
    }

    private mutating func assign(_ role: ColumnRole, to column: Int) {
        switch role {
        case .id: ids.append(column)
        case .name: names.append(column)
        case .otherNames(let kind): otherNames.append(NameColumn(column: column, kind: kind))
        case .scope: scopes.append(column)
        case .description: descriptions.append(column)
        case .actor: actors.append(column)
        case .jurisdiction: jurisdictions.append(column)
        case .approval: approvals.append(column)
        case .status: statuses.append(column)
        case .registrationDate: registrationDates.append(column)
        case .label: labels.append(column)
        case .leftOut: break
        }
    }

    /// What `column` holds, by the name under which it is mapped; `nil` where it is no part of a record.
    func field(of column: Int) -> String? {
        if names.contains(column) { return "name" }
        if let other = otherNames.first(where: { $0.column == column }) {
            return switch other.kind {
            case .brand: "brand"
            case .former: "formerName"
            case .unspecified: "otherNames"
            }
        }
        let places = [
            ("id", ids), ("scope", scopes), ("description", descriptions), ("actor", actors),
            ("jurisdiction", jurisdictions), ("approval", approvals), ("status", statuses),
            ("registered", registrationDates),
        ]
        return places.first { $0.1.contains(column) }?.0
    }

    private static func place(of name: String, in columns: [String]) -> Int? {
        if let exact = columns.firstIndex(of: name) { return exact }
        let key = ColumnRole.key(of: name)
        if let folded = columns.firstIndex(where: { ColumnRole.key(of: $0) == key }) { return folded }
        guard let number = Int(name), columns.indices.contains(number - 1) else { return nil }
        return number - 1
    }
}

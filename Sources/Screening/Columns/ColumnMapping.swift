internal import RecordModel

/// Which columns hold which fields, where the user says so: `name=单位,scope=3`.
public struct ColumnMapping: Sendable, Hashable {
    /// What the user asked for, in order.
    private(set) var entries: [Entry] = []

    struct Entry: Sendable, Hashable {
        let role: ColumnRole

        /// The header of the column, or its number counted from 1.
        let column: String
    }

    /// Creates a mapping that leaves every column to its header.
    public init() {}

    /// The mapping of a file that holds names and nothing else.
    static let nameInFirstColumn: ColumnMapping = {
        var mapping = ColumnMapping()
        mapping.entries = [Entry(role: .name(.registered), column: "1")]
        return mapping
    }()

    /// Reads mappings such as `name=单位,scope=3`; a column is a header or a number counted from 1.
    ///
    /// - Throws: ``ColumnMappingError`` at the first part that isn't of the form `field=column`.
    public init(_ texts: [String]) throws(ColumnMappingError) {
        for part in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: true) }) {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else {
                throw ColumnMappingError("'\(part)' is not of the form field=column")
            }
            guard let role = Self.role(named: sides[0].filter { !$0.isWhitespace }) else {
                throw ColumnMappingError("'\(sides[0])' is not a field; the fields are \(Self.fieldNames)")
            }
            entries.append(Entry(role: role, column: String(sides[1])))
        }
    }

    /// The names of the fields, in the order in which people look for them; `ignore` leaves a column out.
    package static let fields = [
        "id", "name", "otherNames", "brand", "formerName", "scope", "description", "actor", "jurisdiction", "approval",
        "status", "registered", "ignore",
    ]

    private static let fieldNames = fields.joined(separator: ", ")

    private static func role(named name: String) -> ColumnRole? {
        switch ColumnRole.key(of: name) {
        case "id": .id
        case "name": .name(.registered)
        case "othernames", "othername": .otherNames(.unspecified)
        case "brand": .otherNames(.brand)
        case "formername", "former": .otherNames(.former)
        case "scope": .scope
        case "description": .description
        case "actor": .actor
        case "jurisdiction": .jurisdiction
        case "approval": .approval
        case "status": .status
        case "registered": .registrationDate
        case "ignore": .leftOut
        default: nil
        }
    }
}

/// A mapping of columns that can't be understood.
public struct ColumnMappingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what was expected, in English without a full stop.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

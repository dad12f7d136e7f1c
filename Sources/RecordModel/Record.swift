/// An entity to be screened: its names, its business scope and what else is known of it.
public struct Record: Sendable, Hashable {
    /// The key under which the user knows it, such as a 统一社会信用代码; never matched.
    public var id: String?

    /// The registered name.
    public var name: String?

    /// Brands, former names and other names.
    public var otherNames: [OtherName]

    /// The registered business scope (经营范围).
    public var scope: String?

    /// A free description, which no registrar has approved.
    public var description: String?

    /// The kind of actor as the user gives it, such as `bank`.
    public var actor: String?

    /// The jurisdiction as the user gives it, such as `CN` or `HK`.
    public var jurisdiction: String?

    /// The approval or filing that the record claims.
    public var approval: String?

    /// The state of the registration as the user gives it, such as 存续 or 注销.
    public var registrationStatus: String?

    /// The day of registration (成立日期) as the user gives it, such as 2019-03-01.
    public var registrationDate: String?

    /// The columns of the row that the record was made of, as they stand, where they were asked for.
    public var columns: [RecordColumn]

    /// Creates a record.
    public init(
        id: String? = nil,
        name: String? = nil,
        otherNames: [OtherName] = [],
        scope: String? = nil,
        description: String? = nil,
        actor: String? = nil,
        jurisdiction: String? = nil,
        approval: String? = nil,
        registrationStatus: String? = nil,
        registrationDate: String? = nil,
        columns: [RecordColumn] = []
    ) {
        self.id = id
        self.name = name
        self.otherNames = otherNames
        self.scope = scope
        self.description = description
        self.actor = actor
        self.jurisdiction = jurisdiction
        self.approval = approval
        self.registrationStatus = registrationStatus
        self.registrationDate = registrationDate
        self.columns = columns
    }
}

/// One cell of the row that a record was made of.
public struct RecordColumn: Sendable, Hashable {
    /// The column's header.
    public let header: String

    /// What the cell holds, as it stands.
    public let value: Value

    /// Whether the text also stands in a field of the record.
    public let isField: Bool

    /// What a cell holds.
    public enum Value: Sendable, Hashable {
        /// Words.
        case text(String)
        /// A JSON value: a number, a truth value, `null`, a list, an object, or a string with its quotes.
        case json(String)
    }

    /// The cell's words: those of a string without its quotes and escapes, other JSON values as they stand.
    public let text: String

    /// Creates a column of words.
    public init(header: String, text: String, isField: Bool) {
        self.init(header: header, value: .text(text), text: text, isField: isField)
    }

    /// Creates a column of `value`, which as words is `text`.
    public init(header: String, value: Value, text: String, isField: Bool) {
        self.header = header
        self.value = value
        self.text = text
        self.isField = isField
    }
}

/// A name beside the registered one.
public struct OtherName: Sendable, Hashable {
    /// The name.
    public let text: String

    /// What kind of name it is.
    public let kind: Kind

    /// Creates a name.
    public init(_ text: String, kind: Kind = .unspecified) {
        self.text = text
        self.kind = kind
    }

    /// The kinds of name.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// 曾用名: a name that was registered before.
        case former
        /// A brand or product name, which isn't registered as the entity's name.
        case brand
        /// Not said.
        case unspecified
    }
}

/// The fields of a record whose words are matched.
public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
    /// The registered name.
    case name
    /// Brands, former names and other names.
    case otherNames
    /// The business scope.
    case scope
    /// The free description.
    case description
}

extension Record {
    /// The texts of `field`, in order: one for most fields, any number of other names.
    public func texts(of field: Field) -> [String] {
        switch field {
        case .name: name.map { [$0] } ?? []
        case .otherNames: otherNames.map(\.text)
        case .scope: scope.map { [$0] } ?? []
        case .description: description.map { [$0] } ?? []
        }
    }

    /// Whether there is nothing to screen: every field that is matched is absent or blank.
    public var isBlank: Bool {
        Field.allCases.allSatisfy { texts(of: $0).allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    }
}

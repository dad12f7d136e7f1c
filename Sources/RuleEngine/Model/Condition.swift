/// What must stand in a unit of a record's text for a rule to fire.
///
/// The unit is an item of a business scope, a sentence of a description, or a whole name.
package indirect enum Condition: Sendable, Hashable {
    /// A word of one of the concepts.
    case concept([String])
    /// Every one of the conditions.
    case all([Condition])
    /// At least one of the conditions; each that holds adds its evidence.
    case any([Condition])
    /// Not the condition.
    case not(Condition)
    /// A word of each of two groups of concepts in one clause, at most so far apart; where it is ordered, the first
    /// group's word comes first.
    ///
    /// A character counts one, a word of letters two.
    case near([String], [String], within: Int, isOrdered: Bool)
    /// The condition, anywhere in the same clause.
    case clause(Condition)
    /// The condition, anywhere in the same field.
    case field(Condition)
    /// The condition, anywhere in the record.
    case record(Condition)
}

extension Condition {
    /// Every concept that the condition names, in reading order.
    package var concepts: [String] {
        switch self {
        case .concept(let names): names
        case .all(let parts), .any(let parts): parts.flatMap(\.concepts)
        case .not(let part), .clause(let part), .field(let part), .record(let part): part.concepts
        case .near(let left, let right, _, _): left + right
        }
    }

    /// The concepts to look for before the condition is looked at, which `isGeneric` says are rare enough.
    ///
    /// - Parameter isGeneric: Whether a concept is too common to be looked for.
    /// - Returns: Concepts of which at least one must occur for the condition to hold, or `nil` where none must.
    package func anchors(isGeneric: (String) -> Bool) -> Set<String>? {
        switch self {
        case .concept(let names):
            return names.contains(where: isGeneric) ? nil : Set(names)
        case .near(let left, let right, _, _):
            return Condition.concept(left).anchors(isGeneric: isGeneric)
                ?? Condition.concept(right).anchors(isGeneric: isGeneric)
        case .all(let parts):
            return parts.compactMap { $0.anchors(isGeneric: isGeneric) }.min { $0.count < $1.count }
        case .any(let parts):
            var anchors: Set<String> = []
            for part in parts {
                guard let found = part.anchors(isGeneric: isGeneric) else { return nil }
                anchors.formUnion(found)
            }
            return anchors
        case .clause(let part), .field(let part), .record(let part):
            return part.anchors(isGeneric: isGeneric)
        case .not:
            return nil
        }
    }
}

/// A condition with one of its parts taken out.
struct ConditionReduction {
    /// Where the part stands.
    let path: YAMLPath

    /// What is left.
    let condition: Condition

    /// Every way to take one part out of `condition`, which stands at `path`.
    ///
    /// What can't be missing isn't taken out: the only member of a list.
    static func all(of condition: Condition, at path: YAMLPath) -> [ConditionReduction] {
        switch condition {
        case .concept(let names):
            return shortened(names, at: path["concept"]) { .concept($0) }
        case .all(let parts):
            return members(parts, at: path["all"]) { .all($0) }
        case .any(let parts):
            return members(parts, at: path["any"]) { .any($0) }
        case .not(let part):
            return inside(part, at: path["not"]) { .not($0) }
        case .clause(let part):
            return [ConditionReduction(path: path["clause"], condition: part)]
                + inside(part, at: path["clause"]) { .clause($0) }
        case .field(let part):
            return [ConditionReduction(path: path["field"], condition: part)]
                + inside(part, at: path["field"]) { .field($0) }
        case .record(let part):
            return [ConditionReduction(path: path["record"], condition: part)]
                + inside(part, at: path["record"]) { .record($0) }
        case .near(let left, let right, let distance, let isOrdered):
            return near(left, right, distance, isOrdered, at: path["near"])
        }
    }

    private static func near(
        _ left: [String],
        _ right: [String],
        _ distance: Int,
        _ isOrdered: Bool,
        at path: YAMLPath
    ) -> [ConditionReduction] {
        var reductions = [
            ConditionReduction(path: path["of"], condition: .concept(right)),
            ConditionReduction(path: path["to"], condition: .concept(left)),
            // As far apart as a clause is long.
            ConditionReduction(
                path: path["within"],
                condition: .near(left, right, within: .max, isOrdered: isOrdered)
            ),
        ]
        if isOrdered {
            let condition = Condition.near(left, right, within: distance, isOrdered: false)
            reductions.append(ConditionReduction(path: path["ordered"], condition: condition))
        }
        reductions += shortened(left, at: path["of"]) { .near($0, right, within: distance, isOrdered: isOrdered) }
        reductions += shortened(right, at: path["to"]) { .near(left, $0, within: distance, isOrdered: isOrdered) }
        return reductions
    }

    private static func shortened(
        _ names: [String],
        at path: YAMLPath,
        _ condition: ([String]) -> Condition
    ) -> [ConditionReduction] {
        guard names.count > 1 else { return [] }
        return names.indices.map { ConditionReduction(path: path[$0], condition: condition(names.without($0))) }
    }

    private static func members(
        _ parts: [Condition],
        at path: YAMLPath,
        _ condition: ([Condition]) -> Condition
    ) -> [ConditionReduction] {
        parts.indices.flatMap { index in
            let without = ConditionReduction(path: path[index], condition: condition(parts.without(index)))
            let inside = inside(parts[index], at: path[index]) { part in
                var changed = parts
                changed[index] = part
                return condition(changed)
            }
            return (parts.count > 1 ? [without] : []) + inside
        }
    }

    private static func inside(
        _ part: Condition,
        at path: YAMLPath,
        _ condition: (Condition) -> Condition
    ) -> [ConditionReduction] {
        all(of: part, at: path).map { ConditionReduction(path: $0.path, condition: condition($0.condition)) }
    }
}

extension Array {
    /// The array without the element at `index`.
    func without(_ index: Int) -> [Element] {
        var rest = self
        rest.remove(at: index)
        return rest
    }
}

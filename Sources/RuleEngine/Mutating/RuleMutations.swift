internal import LegalText
internal import RecordModel

extension Mutation {
    /// Every way to take one condition out of `rule`: a part of `when`, a proviso or a part of one, the bearer or a kind
    /// of it, the territory, a rule that it yields to, the choice of fields, the cure.
    static func all(of rule: Rule) -> [Mutation] {
        var mutations: [Mutation] = []
        func add(_ path: YAMLPath, _ removed: String, _ change: (inout Rule) -> Void) {
            var changed = rule
            change(&changed)
            mutations.append(
                Mutation(
                    subject: rule.id,
                    path: path,
                    removed: removed,
                    change: .rule(changed),
                    location: rule.location
                )
            )
        }
        for reduction in ConditionReduction.all(of: rule.condition, at: YAMLPath("when")) {
            add(reduction.path, reduction.path.description) { $0.condition = reduction.condition }
        }
        for (index, proviso) in rule.requirements.enumerated() {
            let path = YAMLPath("requires")[index]
            add(path, "requires '\(proviso.id)'") { $0.requirements.remove(at: index) }
            for reduction in ConditionReduction.all(of: proviso.condition, at: path["when"]) {
                add(reduction.path, "\(reduction.path) of '\(proviso.id)'") {
                    $0.requirements[index].condition = reduction.condition
                }
            }
        }
        for (index, proviso) in rule.doubts.enumerated() {
            let path = YAMLPath("review-if")[index]
            add(path, "review-if '\(proviso.id)'") { $0.doubts.remove(at: index) }
            for reduction in ConditionReduction.all(of: proviso.condition, at: path["when"]) {
                add(reduction.path, "\(reduction.path) of '\(proviso.id)'") {
                    $0.doubts[index].condition = reduction.condition
                }
            }
        }
        if let bearer = rule.bearer {
            let path = YAMLPath("bearer")
            add(path, "bearer") { $0.bearer = nil }
            for (index, kind) in bearer.kinds.enumerated() where bearer.kinds.count > 1 {
                add(path["kinds"][index], "the bearer '\(kind)'") { $0.bearer?.kinds.remove(at: index) }
            }
            for (index, kind) in bearer.doubtful.enumerated() {
                add(path["doubtful"][index], "the doubtful bearer '\(kind)'") {
                    $0.bearer?.doubtful.remove(at: index)
                }
            }
        }
        if rule.territory != .any {
            add(YAMLPath("territory"), "territory \(rule.territory.rawValue)") { $0.territory = .any }
        }
        for (index, name) in rule.yieldsTo.enumerated() {
            add(YAMLPath("yields-to")[index], "yields-to '\(name)'") { $0.yieldsTo.remove(at: index) }
        }
        let usual = Rule.usualFields(of: rule.ban)
        if rule.fields != usual {
            add(YAMLPath("fields"), "fields") { $0.fields = usual }
        }
        if rule.cure != nil {
            add(YAMLPath("cure"), "cure") { $0.cure = nil }
        }
        return mutations
    }
}

internal import LegalText

extension Mutation {
    /// Takes one part after the other out of `concept`: a group of terms, its boundaries, its need or its disguises, an included concept, an
    /// allowance, or one of its phrases.
    ///
    /// - Parameters:
    ///   - concept: The concept.
    ///   - isThorough: Whether single terms and single boundaries are parts too.
    /// - Returns: The concept once without each.
    static func all(of concept: Concept, isThorough: Bool) -> [Mutation] {
        var mutations: [Mutation] = []
        func add(
            _ path: YAMLPath,
            _ removed: String,
            at location: SourceLocation? = nil,
            _ change: (inout Concept) -> Void
        ) {
            var changed = concept
            change(&changed)
            mutations.append(
                Mutation(
                    subject: "lexicon/concepts/\(concept.id).yaml",
                    path: path,
                    removed: removed,
                    change: .concept(changed),
                    location: location ?? concept.location
                )
            )
        }
        for (index, group) in concept.groups.enumerated() {
            let path = YAMLPath("terms")[index]
            add(path, "the terms \(shortList(group.terms.map(\.text)))") { $0.groups.remove(at: index) }
            if let needs = group.needs {
                add(path["needs"], "needs '\(needs)'") { $0.groups[index].needs = nil }
            }
            if !group.notBefore.isEmpty {
                add(path["not-before"], "not-before \(shortList(group.notBefore))") { $0.groups[index].notBefore = [] }
            }
            if !group.notAfter.isEmpty {
                add(path["not-after"], "not-after \(shortList(group.notAfter))") { $0.groups[index].notAfter = [] }
            }
            if !group.disguises.isEmpty {
                add(path["disguises"], "disguises of \(shortList(group.terms.map(\.text)))") {
                    $0.groups[index].disguises = []
                }
            }
            guard isThorough else { continue }
            for entry in entries(group.terms) where group.terms.count > entry.count {
                add(path, "the term '\(entry[0].text)'", at: entry[0].location) {
                    $0.groups[index].terms.removeAll { $0.location == entry[0].location }
                }
            }
            for (place, word) in group.notBefore.enumerated() where group.notBefore.count > 1 {
                add(path["not-before"][place], "not-before '\(word)'") { $0.groups[index].notBefore.remove(at: place) }
            }
            for (place, word) in group.notAfter.enumerated() where group.notAfter.count > 1 {
                add(path["not-after"][place], "not-after '\(word)'") { $0.groups[index].notAfter.remove(at: place) }
            }
        }
        for (index, name) in concept.includes.enumerated() {
            add(YAMLPath("include")[index], "include '\(name)'") { $0.includes.remove(at: index) }
        }
        for (index, allowance) in concept.allowances.enumerated() {
            let path = YAMLPath("allow")[index]
            add(path, "the allowance \(shortList(allowance.phrases.map(\.text)))") { $0.allowances.remove(at: index) }
            for entry in entries(allowance.phrases) where allowance.phrases.count > entry.count {
                add(path, "the allow-phrase '\(entry[0].text)'", at: entry[0].location) {
                    $0.allowances[index].phrases.removeAll { $0.location == entry[0].location }
                }
            }
        }
        return mutations
    }

    /// Takes one group after the other out of the negations, and each group's reach.
    ///
    /// - Parameters:
    ///   - negations: The groups.
    ///   - file: The file that holds them, as messages show it.
    ///   - isThorough: Whether single cues are parts too.
    /// - Returns: The negations once without each.
    static func all(of negations: [NegationGroup], in file: String, isThorough: Bool) -> [Mutation] {
        var mutations: [Mutation] = []
        func add(
            _ path: YAMLPath,
            _ removed: String,
            at location: SourceLocation? = nil,
            _ change: (inout [NegationGroup]) -> Void
        ) {
            var changed = negations
            change(&changed)
            mutations.append(
                Mutation(
                    subject: "lexicon/negation.yaml",
                    path: path,
                    removed: removed,
                    change: .negations(changed),
                    location: location ?? SourceLocation(path: file)
                )
            )
        }
        for (index, group) in negations.enumerated() {
            let path = YAMLPath("groups")[index]
            add(path, "the cues \(shortList(group.cues.map(\.text)))") { $0.remove(at: index) }
            if group.reach != nil { add(path["reach"], "reach") { $0[index].reach = nil } }
            guard isThorough else { continue }
            for entry in entries(group.cues) where group.cues.count > entry.count {
                add(path, "the cue '\(entry[0].text)'", at: entry[0].location) {
                    $0[index].cues.removeAll { $0.location == entry[0].location }
                }
            }
        }
        return mutations
    }

    /// The terms as the file has them: the forms of `token(|s)` together.
    private static func entries(_ terms: [TermGroup.Term]) -> [[TermGroup.Term]] {
        var entries: [[TermGroup.Term]] = []
        for term in terms {
            if entries.last?.first?.location == term.location {
                entries[entries.count - 1].append(term)
            } else {
                entries.append([term])
            }
        }
        return entries
    }

    /// The first words of a list, such as `虚拟货币, 虚拟资产, …`.
    private static func shortList(_ words: [String]) -> String {
        words.prefix(3).joined(separator: ", ") + (words.count > 3 ? ", …" : "")
    }
}

internal import LegalText

extension RuleFolder {
    /// Takes out every condition of every rule and every group of terms and allow-phrase of the lexicon, one at a time,
    /// and tells which of them no case notices.
    ///
    /// A part of a rule must be noticed by a case of that rule, a part of the lexicon by a case of any rule.
    ///
    /// - Parameters:
    ///   - id: A pack or a rule; only its parts, and those of the concepts that it uses, are taken out. `nil` for all.
    ///   - isThorough: Whether single terms, boundaries and cues are taken out too.
    /// - Returns: The parts that no case notices.
    /// - Throws: An error with every mistake of the packs and the lexicon.
    package func mutations(of id: String?, isThorough: Bool) throws(RulePackError) -> MutationReport {
        let loaded = try loaded(packIDs.filter { pack in id.map { Self.names($0, inPack: pack) } ?? true })
        let trial = MutationTrial(loaded, id, isThorough: isThorough)
        return trial.report()
    }
}

/// One run over all mutations.
private struct MutationTrial {
    private let loaded: LoadedRules
    private let id: String?
    private let isThorough: Bool

    init(_ loaded: LoadedRules, _ id: String?, isThorough: Bool) {
        self.loaded = loaded
        self.id = id
        self.isThorough = isThorough
    }

    func report() -> MutationReport {
        let rules = loaded.packs.flatMap(\.pack.rules).filter { rule in
            id.map { $0 == rule.id || rule.id.hasPrefix("\($0)/") } ?? true
        }
        guard !rules.isEmpty else {
            let summary = "there is no rule or pack '\(id ?? "")'"
            let location = SourceLocation(path: loaded.files.shown(""))
            return MutationReport(
                tried: 0,
                survivors: [],
                failures: [Diagnostic("mutation/none", .error, in: location, summary)]
            )
        }
        let ofRules = rules.flatMap(Mutation.all)
        let ofLexicon = lexiconMutations(rules)
        var benches = loaded.packs.map { pack, compiled in
            MutationBench(
                pack,
                rules: compiled.rules,
                lexicon: loaded.lexicon,
                folding: loaded.folding,
                mutations: ofLexicon
            )
        }
        var survivors: [Mutation] = []
        for mutation in ofRules + ofLexicon where !benches.indices.contains(where: { benches[$0].notices(mutation) }) {
            survivors.append(mutation)
        }
        var outlines: [String: YAMLOutline] = [:]
        return MutationReport(
            tried: ofRules.count + ofLexicon.count,
            survivors: survivors.map { diagnostic(of: $0, &outlines) },
            failures: benches.flatMap(\.failures)
        )
    }

    private func lexiconMutations(_ rules: [Rule]) -> [Mutation] {
        var names = Set(rules.flatMap(\.concepts))
        if id == nil { names.formUnion(ContextConcept.allCases.map(\.rawValue)) }
        let used = CompiledLexicon.required(by: names, in: loaded.lexicon)
        // Every concept of the lexicon is looked at: one that no rule uses can't be noticed.
        let concepts = loaded.lexicon.concepts.values.filter { id == nil || used.contains($0.id) }
        let mutations = concepts.sorted { $0.id < $1.id }.flatMap { Mutation.all(of: $0, isThorough: isThorough) }
        guard id == nil else { return mutations }
        let file = loaded.files.shown("lexicon/negation.yaml")
        return mutations + Mutation.all(of: loaded.lexicon.negations, in: file, isThorough: isThorough)
    }

    private func diagnostic(of mutation: Mutation, _ outlines: inout [String: YAMLOutline]) -> Diagnostic {
        Diagnostic(
            "mutation/survives",
            .error,
            in: location(of: mutation, &outlines),
            "\(mutation.subject): no case fails without \(mutation.removed)",
            help: "add a case that needs it, or take it out"
        )
    }

    /// Where the part is written: in the rule's own file or in the one that it is like.
    private func location(of mutation: Mutation, _ outlines: inout [String: YAMLOutline]) -> SourceLocation {
        // What is on a line of its own is already found; a file alone, or its first line, isn't a place.
        if let line = mutation.location.line, line > 1 { return mutation.location }
        var paths = [mutation.location.path]
        if case .rule = mutation.change {
            let name = String(mutation.subject)
            if let file = loaded.files.file("\(name)/rule.yaml"), let model = RuleDecoder.model(of: file.text) {
                paths.append(loaded.files.shown("\(model)/rule.yaml"))
            }
        }
        for path in paths {
            if outlines[path] == nil, let text = RuleFiles.text(at: path) {
                outlines[path] = YAMLOutline(path: path, text: text)
            }
            if let found = outlines[path]?.location(of: mutation.path) { return found }
        }
        return mutation.location
    }
}

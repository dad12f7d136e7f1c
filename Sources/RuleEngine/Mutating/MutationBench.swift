internal import LegalText
internal import RecordModel
internal import TermMatching

/// Tries mutations on the cases of one pack without compiling anything again.
///
/// The words of every mutation are compiled once, together. A mutation of the lexicon then changes only what words
/// mean, and only the cases that hold such a word are tried.
struct MutationBench {
    private let pack: RulePack
    private let lexicon: Lexicon
    private let rules: [CompiledRule]
    private let compiled: CompiledLexicon
    private let places: [Term: Int]

    /// The places in the pack's cases of those that hold a word, by the word's index.
    private var holders: [Int: Set<Int>] = [:]

    private var failing: Set<Int> = []
    private var scratch = EvaluationScratch()

    /// Prepares for `mutations` of the lexicon, and for any of the pack's rules.
    init(_ pack: RulePack, rules: [CompiledRule], lexicon: Lexicon, folding: FoldingTable, mutations: [Mutation]) {
        var names = Set(ContextConcept.allCases.map(\.rawValue))
        for rule in pack.rules { names.formUnion(rule.concepts) }
        let extra = mutations.flatMap { mutation -> [Term] in
            guard case .concept(let concept) = mutation.change else { return [] }
            return concept.groups.flatMap(\.words)
        }
        compiled = CompiledLexicon(
            lexicon,
            concepts: CompiledLexicon.required(by: names, in: lexicon),
            folding: folding,
            extra: extra
        )
        self.pack = pack
        self.rules = rules
        self.lexicon = lexicon
        places = Dictionary(uniqueKeysWithValues: compiled.matcher.terms.enumerated().map { ($1, $0) })
        for (index, one) in pack.cases.enumerated() {
            let given = [one.record.actor, one.record.jurisdiction].compactMap(\.self)
            for text in Field.allCases.flatMap(one.record.texts) + given {
                for match in compiled.matcher.matches(in: text, scratch: &scratch.matching) {
                    holders[match.term, default: []].insert(index)
                }
            }
            if let failure = RuleTester.failure(of: one, verdict(of: rules, on: one, compiled)) {
                failures.append(failure)
                failing.insert(index)
            }
        }
    }

    /// The cases that fail before anything is taken out; they can't notice anything and aren't tried.
    private(set) var failures: [Diagnostic] = []

    /// Whether a case fails under `mutation`; for a rule, a case of that rule.
    mutating func notices(_ mutation: Mutation) -> Bool {
        switch mutation.change {
        case .rule(let rule):
            let mutated = rules.map { one in
                one.rule.id == rule.id ? CompiledRule(rule, basis: one.basis, in: compiled) : one
            }
            return pack.cases.enumerated().contains { index, one in
                one.rule == rule.id && !failing.contains(index)
                    && RuleTester.failure(of: one, verdict(of: mutated, on: one, compiled)) != nil
            }
        case .concept(let concept):
            var concepts = lexicon.concepts
            concepts[concept.id] = concept
            return notices(concept, Lexicon(concepts: concepts, negations: lexicon.negations))
        case .negations(let negations):
            return notices(nil, Lexicon(concepts: lexicon.concepts, negations: negations))
        }
    }

    private mutating func notices(_ concept: Concept?, _ changed: Lexicon) -> Bool {
        var mutated = compiled
        let touched = mutated.replace(concept, in: changed, places: places)
        let affected = touched.reduce(into: Set<Int>()) { $0.formUnion(holders[$1] ?? []) }
        return affected.subtracting(failing).sorted().contains { index in
            let one = pack.cases[index]
            return RuleTester.failure(of: one, verdict(of: rules, on: one, mutated)) != nil
        }
    }

    /// The verdict on a case as far as its rule and those that it yields to go.
    private mutating func verdict(of rules: [CompiledRule], on one: RuleCase, _ lexicon: CompiledLexicon) -> Verdict {
        let reading = RecordReading(one.record, lexicon: lexicon, scratch: &scratch.matching)
        var evaluator = RuleEvaluator(reading: reading, lexicon: lexicon)
        var wanted: Set<String> = [one.rule]
        for rule in rules.reversed() where wanted.contains(rule.rule.id) { wanted.formUnion(rule.rule.yieldsTo) }
        for rule in rules where wanted.contains(rule.rule.id) { evaluator.apply(rule) }
        return Verdict(findings: evaluator.findings, released: evaluator.released)
    }
}

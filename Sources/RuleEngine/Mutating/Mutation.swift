package import LegalText

/// A rule, a concept or the negations with one part taken out, which a case must notice.
struct Mutation {
    /// What the mutation changes.
    enum Change {
        /// A rule of one pack.
        case rule(Rule)
        /// A concept of the lexicon.
        case concept(Concept)
        /// The negations of the lexicon.
        case negations([NegationGroup])
    }

    /// The rule or the file of the lexicon that is changed.
    let subject: String

    /// Where in the file the part stands.
    let path: YAMLPath

    /// What is taken out, as the file has it.
    let removed: String

    /// What is left.
    let change: Change

    /// Where the part is written.
    var location: SourceLocation
}

/// A way through a YAML document, by keys and by places in lists.
struct YAMLPath: Sendable, Hashable, CustomStringConvertible {
    /// One step of the way.
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    private(set) var steps: [Step] = []

    /// The way to the value of a key of the document.
    init(_ key: String) {
        steps = [.key(key)]
    }

    /// The way on to the value of `key`.
    subscript(key: String) -> YAMLPath {
        var path = self
        path.steps.append(.key(key))
        return path
    }

    /// The way on to the member at `index`.
    subscript(index: Int) -> YAMLPath {
        var path = self
        path.steps.append(.index(index))
        return path
    }

    /// Such as `when.any[1]`.
    var description: String {
        steps.enumerated().reduce(into: "") { text, step in
            switch step.element {
            case .key(let key): text += step.offset == 0 ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}

/// What became of the mutations of rules and lexicon.
package struct MutationReport: Sendable {
    /// The number of mutations that were tried.
    package let tried: Int

    /// The mutations that no case noticed, each at the part that was taken out.
    package let survivors: [Diagnostic]

    /// The mistakes for which nothing could be tried: rules that don't load, cases that fail as it is.
    package let failures: [Diagnostic]
}

internal import TermMatching

/// What an evaluation needs while it works: one for each task, reused from record to record.
public struct EvaluationScratch: Sendable {
    var matching = MatchScratch()

    /// Creates an empty scratch.
    public init() {}
}

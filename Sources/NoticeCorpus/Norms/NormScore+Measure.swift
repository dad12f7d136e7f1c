import NoticeModel

extension NormScore {
    /// A measure by the name under which a floor is set: `prohibition-f1`, `all-recall`, `condition-exact`.
    package struct Measure: Sendable, Hashable, RawRepresentable {
        private enum Figure: String {
            case precision, recall, f1, exact
        }

        /// The name.
        package let rawValue: String

        private let figure: Figure

        /// The kind of norm, or `nil` for all of them or for a part.
        private let kind: Norm.Kind?

        /// The part, or `nil` for a kind of norm.
        private let part: NormPart?

        /// Reads a name: a kind of norm or `all` with `precision`, `recall` or `f1`, or a part with `exact`.
        package init?(rawValue: String) {
            guard let hyphen = rawValue.lastIndex(of: "-"),
                let figure = Figure(rawValue: String(rawValue[rawValue.index(after: hyphen)...]))
            else { return nil }
            let subject = String(rawValue[..<hyphen])
            kind = figure == .exact ? nil : Norm.Kind(rawValue: subject)
            part = figure == .exact ? NormPart(rawValue: subject) : nil
            guard kind != nil || part != nil || (figure != .exact && subject == "all") else { return nil }
            self.rawValue = rawValue
            self.figure = figure
        }

        /// The measure in `score`, from 0 to 1.
        fileprivate func value(in score: NormScore) -> Double {
            let tally = kind.map { score.kinds[$0] ?? Tally() } ?? score.overall
            return switch figure {
            case .precision: tally.precision
            case .recall: tally.recall
            case .f1: tally.f1
            case .exact: part.flatMap { score.parts[$0] }?.share ?? 1
            }
        }
    }

    /// One measure, from 0 to 1; 1 where there is nothing to measure.
    package func value(of measure: Measure) -> Double {
        measure.value(in: self)
    }
}

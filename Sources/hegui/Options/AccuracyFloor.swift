import ArgumentParser

/// The least value of a measure that is accepted, such as `flagged-recall=0.98`.
struct AccuracyFloor<Measure: RawRepresentable<String>>: ExpressibleByArgument {
    /// What is measured.
    let measure: Measure

    /// The least value, from 0 to 1.
    let share: Double

    /// Reads a measure's name, an equals sign and a number from 0 to 1.
    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let measure = Measure(rawValue: parts[0]), let share = Double(parts[1]),
            (0...1).contains(share)
        else { return nil }
        self.measure = measure
        self.share = share
    }
}

/// A share from 0 to 1 as a percentage with one decimal, rounded down, so that 100.0 % means all.
func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
}

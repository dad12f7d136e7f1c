/// How near the others come that a piece could have been paired with.
struct Rivals {
    private var old: [Int: (Double, Double)] = [:]
    private var new: [Int: (Double, Double)] = [:]

    init(_ likeness: [(Int, Int, Double)]) {
        func note(_ best: inout (Double, Double), _ value: Double) {
            if value > best.0 { best = (value, best.0) } else if value > best.1 { best.1 = value }
        }
        for (left, right, similarity) in likeness {
            note(&old[left, default: (0, 0)], similarity)
            note(&new[right, default: (0, 0)], similarity)
        }
    }

    /// Whether nothing else comes near, on either side, so that little in common is enough.
    func isUnrivalled(_ left: Int, _ right: Int, _ similarity: Double) -> Bool {
        guard similarity >= 0.22, let these = old[left], let those = new[right] else { return false }
        return similarity == these.0 && similarity == those.0 && max(these.1, those.1) <= similarity * 0.8
    }
}

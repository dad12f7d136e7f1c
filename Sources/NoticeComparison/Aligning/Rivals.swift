/// How near the others come that a piece could have been paired with.
struct Rivals {
    /// The nearest piece of the other text, and the nearest one of another article than that.
    private struct Best {
        var similarity = 0.0
        var home = -1
        var next = 0.0

        mutating func note(_ value: Double, of home: Int) {
            if home == self.home {
                similarity = max(similarity, value)
            } else if value > similarity {
                (next, similarity, self.home) = (similarity, value, home)
            } else {
                next = max(next, value)
            }
        }
    }

    private var old: [Int: Best] = [:]
    private var new: [Int: Best] = [:]

    /// Notes how alike pieces are.
    ///
    /// - Parameters:
    ///   - likeness: Pairs of pieces, each with their similarity.
    ///   - oldHome: The article of a piece of the old text.
    ///   - newHome: The article of a piece of the new text.
    init(_ likeness: [(Int, Int, Double)], oldHome: (Int) -> Int, newHome: (Int) -> Int) {
        for (left, right, similarity) in likeness {
            old[left, default: Best()].note(similarity, of: newHome(right))
            new[right, default: Best()].note(similarity, of: oldHome(left))
        }
    }

    /// Whether no other article comes near, on either side, so that little in common is enough.
    func isUnrivalled(_ left: Int, _ right: Int, _ similarity: Double) -> Bool {
        guard similarity >= 0.22, let these = old[left], let those = new[right] else { return false }
        return similarity >= these.similarity && similarity >= those.similarity
            && max(these.next, those.next) <= similarity * 0.8
    }
}

extension FoldingTable {
    /// The words of `term` after folding: what stands between its blanks, hyphens and other separators.
    ///
    /// Terms with the same words are found in the same places, in whichever case, width or script they are written.
    package func words(of term: String) -> [[Unicode.Scalar]] {
        var words: [[Unicode.Scalar]] = [[]]
        for scalar in term.unicodeScalars {
            if foldings[scalar] == nil, ScalarClass(scalar).isSeparator {
                if words.last?.isEmpty == false { words.append([]) }
            } else {
                words[words.count - 1] += folding(of: scalar).scalars
            }
        }
        return words.filter { !$0.isEmpty }
    }

    /// The first scalar of `term` that ends every term, such as ；, so that the term is found nowhere; or `nil`.
    package func stop(in term: String) -> Unicode.Scalar? {
        term.unicodeScalars.first { foldings[$0] == nil && ScalarClass($0) == .stop }
    }
}

extension RandomAccessCollection {
    /// The place of the first element of which `holds` is true, as it then is of all behind it; the end where there is none.
    ///
    /// - Complexity: O(log *n*).
    @inline(__always)
    func firstPlace(where holds: (borrowing Element) -> Bool) -> Index {
        var (low, count) = (startIndex, self.count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}

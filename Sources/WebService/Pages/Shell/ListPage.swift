#if Service
    /// One page of a long list: which part of it is shown, and the ways to the others.
    struct ListPage {
        /// The number of the page, counted from 1.
        let number: Int

        /// How many pages there are, 1 at least.
        let count: Int

        /// The places in the list that stand on it.
        let places: Range<Int>

        /// How many rows a page shows.
        private static let length = 50

        /// Creates the page with the number `wanted` as it was asked for, or the one nearest to it.
        ///
        /// - Parameters:
        ///   - wanted: What was asked for; the first page where it is no number.
        ///   - total: How many rows the list has.
        init(_ wanted: String?, of total: Int) {
            count = max(1, (total + Self.length - 1) / Self.length)
            number = min(max(1, wanted.flatMap { Int($0) } ?? 1), count)
            places = (number - 1) * Self.length..<min(total, number * Self.length)
        }

        /// The number of the page before, if there is one.
        var previous: Int? { number > 1 ? number - 1 : nil }

        /// The number of the page after, if there is one.
        var next: Int? { number < count ? number + 1 : nil }
    }
#endif

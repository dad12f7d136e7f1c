#if Service
    import Synchronization

    /// How often the program was told to stop.
    final class StopCount: Sendable {
        private let count = Atomic<Int>(0)

        /// Counts one more time, and gives the number with it.
        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }
#endif

#if Service
    import Synchronization

    /// Lets so many in at a time and no more.
    final class Gate: Sendable {
        private let inside = Atomic<Int>(0)
        private let limit: Int

        /// Creates a gate that lets `limit` in.
        init(limit: Int) {
            self.limit = limit
        }

        /// How many are inside.
        var count: Int { inside.load(ordering: .relaxed) }

        /// Goes in, if there is room; whoever does must ``leave()``.
        func enter() -> Bool {
            let (_, now) = inside.add(1, ordering: .relaxed)
            if now <= limit { return true }
            inside.subtract(1, ordering: .relaxed)
            return false
        }

        /// Goes out.
        func leave() {
            inside.subtract(1, ordering: .relaxed)
        }
    }

    /// How many connections are open.
    final class ConnectionCount: Sendable {
        private let open = Atomic<Int>(0)

        /// The number now.
        var count: Int { open.load(ordering: .relaxed) }

        /// Counts one more, and gives the number with it.
        func opened() -> Int { open.add(1, ordering: .relaxed).newValue }

        /// Counts one less.
        func closed() { open.subtract(1, ordering: .relaxed) }
    }
#endif

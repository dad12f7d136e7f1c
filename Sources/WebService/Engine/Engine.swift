#if Service
    import Synchronization

    /// What the service screens with, and how it is read anew.
    package final class Engine: Sendable {
        /// Reads rules and corpus; throws with a message for the log where any of them can't be used.
        package typealias Loading = @Sendable () throws -> EngineState

        private let load: Loading
        private let current: Mutex<EngineState>

        /// Reads the state that the service begins with.
        ///
        /// - Throws: What `load` throws.
        package init(_ load: @escaping Loading) throws {
            self.load = load
            current = Mutex(try load())
        }

        /// The state now. A request takes it once, so that all of its answer comes from the same rules.
        package var state: EngineState { current.withLock { $0 } }

        /// Reads everything anew; where anything can't be used, all stays as it was.
        ///
        /// - Throws: What the loading throws.
        package func reload() throws {
            let new = try load()
            current.withLock { $0 = new }
        }
    }
#endif

#if Service
    import Synchronization

    /// The browsers that showed a token: what a cookie stands for.
    ///
    /// They end with the process, after a day, and after eight hours without a request.
    package final class Sessions: Sendable {
        private struct Session {
            let name: String
            let role: Role
            let begun: Int
            var used: Int
        }

        private let sessions = Mutex<[String: Session]>([:])

        /// How many sessions are kept; the one that was used least lately makes room.
        private static let limit = 10_000

        /// Creates a list of none.
        package init() {}

        /// Begins a session; the cookie's value is returned. `now` is in seconds since 1970.
        package func begin(name: String, role: Role, now: Int) -> String {
            let id = RandomText.make()
            sessions.withLock { sessions in
                if sessions.count >= Self.limit {
                    sessions = sessions.filter { Self.isAlive($0.value, now) }
                    if sessions.count >= Self.limit, let oldest = sessions.min(by: { $0.value.used < $1.value.used }) {
                        sessions[oldest.key] = nil
                    }
                }
                sessions[id] = Session(name: name, role: role, begun: now, used: now)
            }
            return id
        }

        /// The caller whose cookie holds `id`, or `nil` where the session is over.
        package func caller(_ id: String, now: Int) -> Caller? {
            sessions.withLock { sessions in
                guard let session = sessions[id], Self.isAlive(session, now) else {
                    sessions[id] = nil
                    return nil
                }
                sessions[id]?.used = now
                return Caller(name: session.name, role: session.role, proof: .session(id))
            }
        }

        /// Ends the session `id`.
        package func end(_ id: String) {
            sessions.withLock { $0[id] = nil }
        }

        /// Ends every session, since the tokens have changed.
        package func endAll() {
            sessions.withLock { $0.removeAll() }
        }

        private static func isAlive(_ session: Session, _ now: Int) -> Bool {
            now - session.begun < 24 * 3600 && now - session.used < 8 * 3600
        }
    }
#endif

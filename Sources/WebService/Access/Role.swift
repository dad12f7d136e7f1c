#if Service
    /// What a caller may do.
    package enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Anybody, without a token.
        case anyone
        /// May screen, and read what was decided.
        case viewer
        /// May decide.
        case officer
        /// May do what concerns the service itself.
        case admin

        /// Orders roles from ``anyone`` to ``admin``; each may do what the ones before it may.
        package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .anyone: 0
            case .viewer: 1
            case .officer: 2
            case .admin: 3
            }
        }
    }

    /// Who sent a request.
    package struct Caller: Sendable, Hashable {
        /// The name that stands in the file of tokens.
        package let name: String

        /// What the caller may do.
        package let role: Role

        /// How the service knows the caller.
        package let proof: Proof

        /// How the service knows a caller.
        package enum Proof: Sendable, Hashable {
            /// It doesn't.
            case none
            /// There are no tokens, and the caller is on this machine.
            case local
            /// A token in the header.
            case token
            /// A session that began with a token; the value names it where forms are bound to it.
            case session(String)
        }

        /// Creates a caller.
        package init(name: String, role: Role, proof: Proof) {
            self.name = name
            self.role = role
            self.proof = proof
        }

        /// Somebody without a token.
        package static let stranger = Caller(name: "-", role: .anyone, proof: .none)

        /// Somebody on this machine, where the service has no tokens.
        package static let local = Caller(name: "local", role: .officer, proof: .local)

        /// What forms are bound to, or `nil` where the caller isn't a browser that the service would trust with one.
        package var formOwner: String? {
            switch proof {
            case .none, .token: nil
            case .local: "local"
            case .session(let id): id
            }
        }
    }
#endif

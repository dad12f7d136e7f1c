#if Service
    internal import Synchronization

    /// Decisions that wait for the disk: those that come while it is busy are written together.
    final class AppendQueue: Sendable {
        typealias Answer = Result<[Decision], DecisionStoreError>

        private struct Request: Sendable {
            let decisions: [NewDecision]
            let continuation: CheckedContinuation<Answer, Never>
        }

        private struct State {
            var waiting: [Request] = []
            var isWriting = false
        }

        private let state = Mutex(State())

        /// Puts `decisions` in the queue and waits until `write` has taken them.
        ///
        /// - Parameters:
        ///   - decisions: Those of one call; they are written whole or not at all.
        ///   - write: Writes the decisions of several calls in one transaction, and gives those of each.
        /// - Returns: The decisions of this call as they are kept.
        func append(
            _ decisions: [NewDecision],
            _ write: @escaping @Sendable ([[NewDecision]]) async -> Result<[[Decision]], DecisionStoreError>
        ) async -> Answer {
            await withCheckedContinuation { continuation in
                let isFirst = state.withLock { state in
                    state.waiting.append(Request(decisions: decisions, continuation: continuation))
                    defer { state.isWriting = true }
                    return !state.isWriting
                }
                guard isFirst else { return }
                // Not a child of the caller's task: others wait for it, too.
                Task.detached { [self] in
                    while let requests = next() {
                        switch await write(requests.map(\.decisions)) {
                        case .success(let kept):
                            for (request, kept) in zip(requests, kept) {
                                request.continuation.resume(returning: .success(kept))
                            }
                        case .failure(let error):
                            for request in requests { request.continuation.resume(returning: .failure(error)) }
                        }
                    }
                }
            }
        }

        /// What waits, or `nil` where nothing does and the next to come must write itself.
        private func next() -> [Request]? {
            state.withLock { state in
                if state.waiting.isEmpty {
                    state.isWriting = false
                    return nil
                }
                defer { state.waiting = [] }
                return state.waiting
            }
        }
    }
#endif

#if Service
    import Hummingbird
    import NIOCore
    import Screening

    /// The body of a request as a reader of records takes it: so much at a time as it wants, and no more in memory.
    ///
    /// A class because the answer goes on reading where the request's first look left off. It is handed from one task to the
    /// next and never used by two.
    final class BodyFeed: @unchecked Sendable {
        /// What the reader reads from.
        let input = FedInput()

        private var parts: RequestBody.AsyncIterator
        private var count = 0
        private let limit: Int

        init(_ body: RequestBody, limit: Int) {
            parts = body.makeAsyncIterator()
            self.limit = limit
        }

        /// Waits until `wanted` bytes are there to be read, or the body is at its end.
        ///
        /// - Throws: A ``Problem`` where the body breaks off or is too long.
        func fill(to wanted: Int) async throws {
            while input.count < wanted {
                let part: ByteBuffer?
                do {
                    part = try await parts.next()
                } catch let error as HTTPBodyBrokenOff {
                    throw error.problem
                }
                guard let part else {
                    input.finish()
                    return
                }
                count += part.readableBytes
                guard count <= limit else { throw Problem.tooLarge(limit: limit, setting: "--batch-bytes") }
                input.feed(Array(buffer: part))
            }
        }
    }
#endif

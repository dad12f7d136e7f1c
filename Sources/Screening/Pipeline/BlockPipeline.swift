import RuleEngine

/// Works on the blocks of a file several at a time, and hands the results on in the order of the file.
struct BlockPipeline {
    /// How many blocks are worked on at a time, 1 at least.
    let workers: Int

    /// Does `work` on every block of `reader`, passing the results to `emit` in order.
    ///
    /// As many blocks are worked on at a time as there are workers, and as many more may wait for their turn to be emitted: a
    /// slow block keeps no worker idle, and memory doesn't grow with the input.
    ///
    /// - Throws: What `emit` throws, ``RecordFileError`` where reading fails, `CancellationError`.
    func run<Part: Sendable>(
        _ reader: inout RecordReader,
        work: @escaping @Sendable (RecordBlock) -> Part,
        emit: (Part, InputProgress) throws -> Void
    ) async throws {
        try await run(&reader) { reader in
            try reader.nextBlock()
        } work: { block in
            work(block)
        } emit: { part, progress in
            try emit(part, progress)
        }
    }

    /// Does the same with blocks that `next` waits for, and results that must wait for their turn to be taken.
    func run<Part: Sendable>(
        _ reader: inout RecordReader,
        next: (inout RecordReader) async throws -> RecordBlock?,
        work: @escaping @Sendable (RecordBlock) -> Part,
        emit: (Part, InputProgress) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Part).self) { group in
            var pulled = 0
            var emitted = 0
            var isAtEnd = false
            var waiting: [Int: Part] = [:]

            /// Keeps the workers busy.
            func startMore() async throws {
                while !isAtEnd, pulled - emitted - waiting.count < workers, pulled - emitted < 2 * workers {
                    guard let block = try await next(&reader) else {
                        isAtEnd = true
                        return
                    }
                    let number = pulled
                    pulled += 1
                    group.addTask { (number, work(block)) }
                }
            }

            try await startMore()
            while let (number, part) = try await group.next() {
                waiting[number] = part
                // Read before writing, so that the workers aren't idle while results are printed.
                try await startMore()
                while let ready = waiting.removeValue(forKey: emitted) {
                    try Task.checkCancellation()
                    try await emit(ready, reader.progress)
                    emitted += 1
                }
                try await startMore()
            }
        }
    }
}

extension BlockParser {
    /// Passes every row of `block` that isn't blank to `body`, in order; those in which `scan` finds nothing unread, where
    /// that can be told.
    ///
    /// - Returns: The number of line ends in the block.
    static func forEachRow(of block: RecordBlock, scan: CompiledRulePack.Scan?, _ body: (Passage) -> Void) -> Int {
        let parser = BlockParser(block, checksRows: scan != nil)
        guard let scan, parser.hasPlainRows, let places = parser.places(scan) else {
            return BlockParser(block).forEachRow { body(.row($0)) }
        }
        return parser.forEachRow(holding: places, body)
    }
}

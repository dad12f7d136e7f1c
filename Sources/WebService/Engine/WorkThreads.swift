#if Service
    internal import NIOPosix

    /// Threads for work that takes longer than a moment: batches, and reading and comparing notices.
    ///
    /// The threads that answer requests are as few as there are cores; a batch on them would keep every check waiting.
    package final class WorkThreads: TaskExecutor {
        private let pool: NIOThreadPool

        /// Starts `count` threads, which live as long as the process.
        package init(count: Int) {
            pool = NIOThreadPool(numberOfThreads: count)
            pool.start()
        }

        /// Takes a job that is part of some work.
        package func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            let executor = asUnownedTaskExecutor()
            pool.submit { _ in job.runSynchronously(on: executor) }
        }

        /// Does `work` on the threads, and whatever it starts.
        package func run<Value: Sendable>(
            _ work: @Sendable () async throws -> Value
        ) async throws -> Value {
            try await withTaskExecutorPreference(self) { try await work() }
        }
    }
#endif

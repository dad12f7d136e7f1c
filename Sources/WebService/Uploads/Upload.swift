#if Service
    import LegalText
    import Synchronization

    /// A file of records that somebody sent to be screened, with how far it has come.
    final class Upload: Sendable {
        /// What names it in addresses; nobody can guess it.
        let id: String

        /// Whose it is; nobody else sees it.
        let owner: String

        /// The name that it had on the sender's disk.
        let name: String

        /// What it is for.
        let purpose: Purpose

        /// Where it is.
        let folder: UploadFolder

        /// Its size in bytes.
        let size: Int

        /// When it came, in seconds since 1970.
        let received: Int

        private let state: Mutex<State>

        /// What a file is for.
        enum Purpose: Sendable, Hashable {
            /// To be screened.
            case screening
            /// To see whom the step from one notice to another touches.
            case impact(old: String, new: String)
        }

        /// How far a file has come.
        enum Stage: Sendable {
            /// Its columns are to be looked at; `fault` is why the last try came to nothing.
            case waiting(fault: LocalizedText?)
            /// It is being screened.
            case running(UploadRun)
            /// It was screened.
            case screened(BatchResults)
            /// It was screened under two notices.
            case compared(ImpactResults)
        }

        private struct State {
            var reading = UploadReading()
            var stage = Stage.waiting(fault: nil)
        }

        /// The name under which the file lies in its folder.
        static let fileName = "input"

        /// Takes a file that lies in `folder`.
        init(owner: String, name: String, purpose: Purpose, folder: UploadFolder, size: Int, received: Int) {
            id = RandomText.make()
            self.owner = owner
            self.name = name
            self.purpose = purpose
            self.folder = folder
            self.size = size
            self.received = received
            state = Mutex(State())
        }

        /// Where the file is.
        var path: String { folder.file(Self.fileName) }

        /// How the file is to be read.
        var reading: UploadReading { state.withLock { $0.reading } }

        /// How far it is.
        var stage: Stage { state.withLock { $0.stage } }

        /// Whether it is being screened.
        var isRunning: Bool { if case .running = stage { true } else { false } }

        /// Sets how the file is to be read, unless it is being screened.
        func setReading(_ reading: UploadReading, fault: LocalizedText? = nil) {
            state.withLock { state in
                if case .running = state.stage { return }
                state.reading = reading
                state.stage = .waiting(fault: fault)
            }
        }

        /// Says that `run` began; `false` where another runs.
        func begin(_ run: UploadRun) -> Bool {
            state.withLock { state in
                if case .running = state.stage { return false }
                state.stage = .running(run)
                return true
            }
        }

        /// Says what became of the run.
        func end(_ stage: Stage) {
            state.withLock { $0.stage = stage }
        }
    }

    /// One run over a file.
    final class UploadRun: Sendable {
        /// How far a run is.
        struct Progress: Sendable {
            /// Rows that were read.
            var rows = 0
            /// Rows that were flagged, or whose verdict changes.
            var flagged = 0
            /// Rows that couldn't be read.
            var rejected = 0
            /// Bytes of the file that were read, and all.
            var bytes = (read: 0, whole: 0)
        }

        /// When it began.
        let start = MonotonicTime.now

        private let current = Mutex(Progress())
        private let task = Mutex<Task<Void, Never>?>(nil)

        /// How far it is.
        var progress: Progress { current.withLock { $0 } }

        /// Takes note of how far it is.
        func note(_ progress: Progress) { current.withLock { $0 = progress } }

        /// The task that does it.
        func follow(_ task: Task<Void, Never>) { self.task.withLock { $0 = task } }

        /// Ends it soon.
        func cancel() { task.withLock { $0?.cancel() } }
    }
#endif

#if Service
    /// What the service refuses to take, keep or wait for, so that no caller can keep it from serving the others.
    package struct ServiceLimits: Sendable, Hashable {
        /// The most bytes of a body that is held in memory: a record, a notice, a decision. The longest laws have about one
        /// megabyte of text.
        package var bodyBytes = 8 << 20

        /// The most bytes of one record, in a check and in a batch. A registered scope has a few kilobytes, and what a
        /// record can cost grows faster than its length.
        package var recordBytes = 64 << 10

        /// The most rows of one batch. A caller with more can send several batches.
        package var batchRows = 5_000_000

        /// The most bytes of one batch, which is never held in memory.
        package var batchBytes = 4 << 30

        /// The most bytes of a file that a person sends to the page of batches, which is kept on disk for a while.
        package var uploadBytes = 1 << 30

        /// How many such files are kept for one person.
        package var uploads = 10

        /// The most bytes of all such files together.
        package var uploadSpace = 8 << 30

        /// How long such a file is kept with its results, from when it came.
        package var uploadTime = Duration.seconds(8 * 3600)

        /// How many batches run at a time; one more waits with its caller (429). Each takes all cores.
        package var batches = 2

        /// How many other requests are worked on at a time; beyond, callers are told to come again (503).
        package var requests = 256

        /// How many connections are served at a time. Each costs memory and a file descriptor.
        package var connections = 1024

        /// The most bytes of all header fields of a request.
        package var headerBytes = 32 << 10

        /// How long the head of a request, or the next request of a connection, may be waited for.
        package var idleTime = Duration.seconds(60)

        /// How long no part of a body may come while one is waited for.
        package var pauseTime = Duration.seconds(15)

        /// How long the whole body of a request that isn't a batch may take, however little comes at a time.
        package var bodyTime = Duration.seconds(60)

        /// How long a batch may take.
        package var batchTime = Duration.seconds(3600)

        /// How long a caller may leave an answer unread.
        package var unreadTime = Duration.seconds(60)

        /// How long requests that were accepted may go on after the service was told to stop.
        package var stopTime = Duration.seconds(30)

        /// How deep a JSON body may be nested. What the service reads has three levels.
        package var nesting = 16

        /// Creates the usual limits.
        package init() {}
    }
#endif

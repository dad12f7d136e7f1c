/// What a run of the program came to; thrown by a command that ends with anything but ``clear``.
enum ExitStatus: Int32, Error {
    /// Nothing was found, or the two sides are the same.
    case clear = 0
    /// Something was flagged, rows were rejected, or a check of rules failed.
    case found = 1
    /// The program could not do what it was asked.
    case failed = 2
}

/// A reason for which a command can't go on, with the whole message for standard error.
struct CommandFailure: Error {
    let message: String

    /// Creates a failure from a message without its severity.
    init(_ message: String) {
        self.message = "error: \(message)"
    }

    /// Creates a failure from a message that names its place and severity itself.
    init(located message: String) {
        self.message = message
    }
}

/// The reader of the results has gone away.
struct ClosedPipe: Error {}

import Foundation
import Glibc
import Synchronization

/// Ends the program when the user or the system says so, with nothing half-written left behind.
///
/// A thread of its own does that, which the handler of a signal wakes through a pipe: in a handler hardly anything may be
/// done. (Signals that are blocked and waited for would not do: the main thread of an asynchronous program lets them in.)
enum Interruption {
    /// The files and folders that are written under another name and aren't finished.
    private static let unfinished = Mutex<Set<String>>([])

    /// What is done with a signal in place of ending; it says whether it took the signal.
    private static let taking = Mutex<(@Sendable (Int32) -> Bool)?>(nil)

    /// Hands signals to `take` from now on; where it doesn't take one, the program ends as otherwise.
    static func hand(_ take: @escaping @Sendable (Int32) -> Bool) {
        taking.withLock { $0 = take }
    }

    /// Begins to watch for signals.
    static func watch() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        signalPipe = ends[1]
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            signal(number) { number in
                // Nothing else may be done here; the thread below does the rest.
                var byte = UInt8(truncatingIfNeeded: number)
                _ = Glibc.write(signalPipe, &byte, 1)
            }
        }
        let reading = ends[0]
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while true {
                let count = Glibc.read(reading, &byte, 1)
                if count == 1 {
                    if taking.withLock({ $0 })?(Int32(byte)) != true { end(Int32(byte)) }
                    continue
                }
                if count == 0 || errno != EINTR { return }
            }
        }
    }

    /// Says that `path` is being written and must not stay if the program is stopped.
    static func willWrite(_ path: String) {
        _ = unfinished.withLock { $0.insert(path) }
    }

    /// Says that `path` is finished or gone.
    static func didWrite(_ path: String) {
        _ = unfinished.withLock { $0.remove(path) }
    }

    /// Ends the program as a shell expects it: with 128 and the signal's number.
    private static func end(_ number: Int32) -> Never {
        // The lock is kept: from here on nothing new is begun.
        unfinished.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
            if !paths.isEmpty {
                // A bar of progress stands on the last line of a terminal, and stays above.
                let start = Terminal.showsProgress ? "\n" : ""
                StandardError.print("\(start)stopped; what was not finished is not kept / 已中止，未完成的结果不予保留")
            }
            _exit(128 + number)
        }
    }

    /// Whether the signal was switched off before the program began, as `nohup` does.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }
}

/// The end of the pipe that handlers write to; set once, before any handler is.
nonisolated(unsafe) private var signalPipe: Int32 = -1

import Foundation
import Glibc
import Synchronization

/// Ends the program when the user or the system says so, with nothing half-written left behind.
///
/// Signals are taken by a thread of their own and not by handlers, in which hardly anything may be done.
enum Interruption {
    /// The files and folders that are written under another name and aren't finished.
    private static let unfinished = Mutex<Set<String>>([])

    /// Begins to watch for signals; called before any other thread is started, so that all of them leave signals alone.
    static func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            sigaddset(&signals, number)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let watched = signals
        Thread.detachNewThread {
            var watched = watched
            var number: Int32 = 0
            while sigwait(&watched, &number) != 0 {}
            end(number)
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

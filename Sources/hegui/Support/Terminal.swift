import Foundation
import Glibc

/// What standard output is.
enum Terminal {
    /// Whether results may be coloured: on a terminal that can, unless the user said no.
    static var showsColor: Bool {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return !isRefused && isatty(STDOUT_FILENO) == 1
    }
}

import Foundation
import Glibc

/// What the system says of a failure, without the words that Foundation puts around it.
enum SystemReason {
    /// The reason behind `error`, such as `Permission denied`.
    static func text(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        guard let code = (underlying as? POSIXError ?? error as? POSIXError)?.code else {
            return error.localizedDescription
        }
        return text(of: code.rawValue)
    }

    /// The reason for which a call of the system failed with `code`.
    static func text(of code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}

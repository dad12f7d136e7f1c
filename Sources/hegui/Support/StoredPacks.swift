import ArgumentParser
import Foundation
import Glibc

/// Where compiled packs are kept between one start and the next, and for which program.
enum StoredPacks {
    /// What tells this program from others: its version, and the size and date of its file.
    static var engine: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "unknown" }
        let date = status.st_mtim
        return "\(Hegui.configuration.version) \(status.st_size) \(date.tv_sec).\(date.tv_nsec)"
    }

    /// Whether the user wants packs made of their files at every start: `$HEGUI_CACHE` is `off`.
    static var isOff: Bool {
        ProcessInfo.processInfo.environment["HEGUI_CACHE"] == "off"
    }

    /// The folder for packs of `data` below the user's cache folder, which is `$XDG_CACHE_HOME` or else `~/.cache`; `nil` where
    /// there is none.
    ///
    /// Below it stands the path of the data folder, so that each has packs of its own.
    static func userFolder(for data: DataFolder) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let cache: String
        if let named = environment["XDG_CACHE_HOME"], named.hasPrefix("/") {
            cache = named
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            cache = "\(home)/.cache"
        } else {
            return nil
        }
        return "\(cache)/hegui/packs\(data.absolutePath)"
    }
}

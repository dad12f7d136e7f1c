import Foundation
import Glibc

/// The files that a command is to write: none may be one that it reads, nor written twice.
///
/// A result takes the place of the file of its name, so a path given twice by mistake would end the only copy of a register.
enum WrittenFiles {
    /// Looks at every path before anything is read or written.
    ///
    /// - Parameters:
    ///   - outputs: The options with the paths that they name; `nil` where an option wasn't given.
    ///   - inputs: The files that are read, `-` for standard input; names that are no file are passed over.
    /// - Throws: A failure that names the option and the file.
    static func check(_ outputs: [(option: String, path: String?)], against inputs: [String]) throws(CommandFailure) {
        let read = inputs.map { name in
            let isStream = name == "-"
            return (name: isStream ? "standard input" : name, place: Place(isStream ? "/dev/stdin" : name))
        }
        var written: [(option: String, place: Place)] = []
        for case (let option, let path?) in outputs {
            guard let place = Place(path) else { continue }
            if let input = read.first(where: { $0.place == place }) {
                throw CommandFailure(
                    "\(option): '\(path)' would take the place of '\(input.name)', which is read; name another file"
                )
            }
            if let other = written.first(where: { $0.place == place }) {
                throw CommandFailure("\(option): '\(path)' is the file of \(other.option); name another one")
            }
            written.append((option, place))
        }
    }

    /// Where a path leads, whatever it is called.
    private enum Place: Equatable {
        case file(device: dev_t, number: ino_t)
        /// Nothing is there yet.
        case path(String)

        /// The place of `path`; `nil` for a device, a pipe or a folder, whose content isn't replaced.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else {
                let url = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
                self = .path(url.path(percentEncoded: false))
                return
            }
            guard status.st_mode & S_IFMT == S_IFREG else { return nil }
            self = .file(device: status.st_dev, number: status.st_ino)
        }
    }
}

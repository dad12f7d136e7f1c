import Foundation
import Reporting
import Screening

/// The files that evidence is kept of, each with its digest; standard input is kept in a temporary file, so that it can be
/// read twice.
struct EvidenceInputs {
    /// The paths as the user gave them.
    let names: [String]

    /// The paths under which the files are read.
    let paths: [String]

    /// The digests in the same order.
    let digests: [FileDigest]

    private let spools: [SpooledInput]

    /// Reads every file once.
    init(_ files: [String]) throws(CommandFailure) {
        var paths: [String] = []
        var digests: [FileDigest] = []
        var spools: [SpooledInput] = []
        for file in files {
            do {
                if file == "-" { spools.append(try SpooledInput()) }
            } catch {
                throw CommandFailure(located: error.description)
            }
            paths.append(file == "-" ? spools.last?.path ?? file : file)
        }
        for path in paths { digests.append(try FileDigest(path: path)) }
        names = files
        self.paths = paths
        self.digests = digests
        self.spools = spools
    }

    /// The name of a file without its folder.
    static func shortName(_ file: String) -> String {
        file == "-" ? "-" : String(file.split(separator: "/").last ?? "")
    }

    /// The files as a manifest lists them.
    var parts: [EvidenceManifest.Part] {
        zip(names, digests).map { name, digest in
            EvidenceManifest.Part(name: Self.shortName(name), bytes: digest.bytes, sha256: digest.sha256)
        }
    }

    /// Makes sure that the files are still what they were before they were screened.
    func checkUnchanged() throws(CommandFailure) {
        for (path, digest) in zip(paths, digests) where try FileDigest(path: path) != digest {
            throw CommandFailure(located: "\(path): error: the file changed while it was screened")
        }
    }
}

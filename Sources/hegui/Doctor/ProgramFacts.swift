import ArchiveReading
import Foundation
import Glibc
import LegalText
import MarkupReading
import Reporting

#if Service
    import DecisionLog
#endif

/// The program that runs, and the libraries that it uses.
struct ProgramFacts {
    /// Its version.
    let version = Hegui.version

    /// The path of its file.
    let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""

    /// The SHA-256 of its file in hexadecimal digits, as `sha256sum` prints it.
    let sha256: String? = try? FileDigest(path: "/proc/self/exe").sha256

    /// How it was built.
    let build: String = {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }()

    /// Whether the service was built in.
    let hasService: Bool = {
        #if Service
            true
        #else
            false
        #endif
    }()

    /// The version of the compiler.
    let swift: String = {
        #if compiler(>=6.4)
            "6.4+"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }()

    /// The path of Swift's runtime, or `nil` where it is part of the program.
    let runtime: String? = {
        // A file without a size, which has to be read to its end.
        let bytes = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
        let maps = String(decoding: bytes ?? Data(), as: UTF8.self)
        return maps.split(separator: "\n").first { $0.hasSuffix("/libswiftCore.so") }
            .flatMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } }
    }()

    /// The libraries of the system, each with the version that is used now.
    let libraries: [(name: String, version: String)] = {
        var found = [("libxml2", MarkupLibrary.version)]
        found += ArchiveLibrary.versions.map { ($0.name, $0.version) }
        found.append(("libxlsxwriter", WorkbookLibrary.version))
        #if Service
            found.append(("SQLite", (try? DecisionStore.libraryVersion()) ?? "?"))
        #endif
        var name = [CChar](repeating: 0, count: 64)
        confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
        let words = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.split(separator: UInt8(ascii: " "))
        found.append(("glibc", words.last.map { String(decoding: $0, as: UTF8.self) } ?? "?"))
        return found
    }()
}

public import Foundation
import Glibc

/// libFuzzer's own loop, which the linker takes from the compiler's runtime.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What every fuzz target has in common.
public enum Fuzzer {
    /// What libFuzzer calls with one input after another.
    public typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

    /// Runs `test` until it fails or the time is up, and ends the program.
    ///
    /// The package manager gives a program a `main` of its own, so libFuzzer's isn't used.
    public static func run(_ test: Test) -> Never {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments, test))
    }

    /// The project's top level.
    public static let project = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A folder in memory for the files of this process.
    public static let scratch: URL = {
        let folder = URL(filePath: "/dev/shm/hegui-fuzz-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Fuzzer.scratch) }
        return folder
    }()
}

import Foundation
import Testing

/// One run of the built program.
struct CommandRun {
    let status: Int32
    let output: String
    let errors: String

    /// The program beside the test bundle.
    static let program: URL = {
        let arguments = ProcessInfo.processInfo.arguments
        let bundle = arguments.first { $0.contains(".xctest") } ?? arguments.first ?? ""
        var folder = URL(filePath: bundle)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let program = folder.appending(path: "hegui")
            if FileManager.default.isExecutableFile(atPath: program.path(percentEncoded: false)) { return program }
        }
        return URL(filePath: "/nonexistent/hegui")
    }()

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments after the program's name.
    ///   - input: What it finds on standard input.
    ///   - folder: The working directory; none that holds rules, so that none are found by accident.
    ///   - environment: Variables on top of those of the tests.
    ///   - program: Another program than the built one.
    /// - Throws: What keeps the program from being started.
    init(
        _ arguments: [String],
        input: String = "",
        folder: URL = FileManager.default.temporaryDirectory,
        environment: [String: String] = [:],
        program: URL = CommandRun.program
    ) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "hegui-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files and not pipes: a pipe that nobody empties would stop the program.
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try Data(input.utf8).write(to: files[0])
        try Data().write(to: files[1])
        try Data().write(to: files[2])
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        variables["HEGUI_DATA"] = nil
        // Tests that want stored packs say where.
        variables["HEGUI_CACHE"] = "off"
        // Nor is a test told anything by the machine that it runs on.
        variables["HEGUI_CONFIG"] = "off"
        process.environment = variables.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = try String(decoding: Data(contentsOf: files[1]), as: UTF8.self)
        errors = try String(decoding: Data(contentsOf: files[2]), as: UTF8.self)
    }
}

extension CommandRun {
    /// Copies the program in a process of its own.
    ///
    /// A copy made here could still be open for writing in a child that another test starts at the same time, and
    /// the system doesn't run a file that is being written ("text file busy").
    static func copyProgram(to file: URL) throws {
        let copy = Process()
        copy.executableURL = URL(filePath: "/bin/cp")
        copy.arguments = [program, file].map { $0.path(percentEncoded: false) }
        try copy.run()
        copy.waitUntilExit()
        #expect(copy.terminationStatus == 0)
    }
}

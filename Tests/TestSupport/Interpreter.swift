internal import Foundation

/// A Python that has what a check by other people's code needs.
public struct Interpreter: Sendable {
    private let program: URL

    /// Finds one that imports `modules`: that of the environment in `.build/<environment>`, or else one on the path; `nil` where
    /// there is none.
    public init?(_ environment: String, importing modules: String) {
        let own = ProjectFolder.root.appending(path: ".build/\(environment)/bin/python3")
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let onPath = path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "python3") }
        let found = ([own] + onPath).first { candidate in
            FileManager.default.isExecutableFile(atPath: candidate.path(percentEncoded: false))
                && (try? Self.run(candidate, ["-c", "import \(modules)"]))?.status == 0
        }
        guard let found else { return nil }
        program = found
    }

    /// What `script` prints about `files`, whose paths it gets, in order; where it fails, that and why.
    public func output(of script: String, on files: [String]) throws -> String {
        let folder = try ScratchFolder()
        let paths = try files.enumerated().map { number, text in try folder.write(text, to: "\(number)") }
        let run = try Self.run(program, ["-c", script] + paths)
        return run.status == 0 ? run.output : "the check failed: \(run.output)"
    }

    private static func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}

public import Foundation

/// The folders that tests read.
public enum ProjectFolder {
    /// The project's top level.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of real data beside the project, or `nil` on a machine that hasn't got it.
    ///
    /// What lies there is never committed; tests that need it are skipped, saying so, where it is absent.
    public static let shared: URL? = {
        let folder = root.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: folder.appending(path: "data").path) ? folder : nil
    }()

    /// The bytes of the file at `path` below the top level.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }
}

import Foundation
import Testing

@Suite("Stored packs of the program")
struct StoredPackTests {
    private static let arguments = ["check", "--name", "深圳前海RWA数字科技有限公司", "--format", "json"]

    @Test("the first start stores the pack in the user's cache folder, and the next gives the same answer from it")
    func userCache() throws {
        let cache = FileManager.default.temporaryDirectory.appending(path: "hegui-cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: cache) }
        let environment = ["HEGUI_CACHE": "", "XDG_CACHE_HOME": cache.path]
        let plain = try CommandRun(Self.arguments)
        let first = try CommandRun(Self.arguments, environment: environment)
        let stored = Self.packs(below: cache)
        #expect(stored.map(\.lastPathComponent) == ["yinfa-2026-42.pack"])
        let second = try CommandRun(Self.arguments, environment: environment)
        #expect(first.output == plain.output)
        #expect(second.output == plain.output)
        #expect(second.status == 1)
        // What is damaged is made again.
        let file = try #require(stored.first)
        let whole = try Data(contentsOf: file)
        try whole.prefix(1000).write(to: file)
        #expect(try CommandRun(Self.arguments, environment: environment).output == plain.output)
        #expect(try Data(contentsOf: file) == whole)
    }

    @Test("nothing is stored where the user wants none, and nothing fails where there is no place")
    func noCache() throws {
        let cache = FileManager.default.temporaryDirectory.appending(path: "hegui-cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: cache) }
        let off = try CommandRun(Self.arguments, environment: ["HEGUI_CACHE": "off", "XDG_CACHE_HOME": cache.path])
        #expect(off.status == 1)
        #expect(Self.packs(below: cache).isEmpty)
        let nowhere = try CommandRun(Self.arguments, environment: ["HEGUI_CACHE": "", "XDG_CACHE_HOME": "/proc/none"])
        #expect(nowhere.output == off.output)
        #expect(nowhere.errors == off.errors)
    }

    @Test("compiles every pack into a folder, and says where")
    func compile() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "hegui-packs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let run = try CommandRun(["rules", "compile", "--output", place.path])
        #expect(run.status == 0)
        #expect(run.output.contains("\(place.path)/yinfa-2021-237.pack: "))
        #expect(
            Set(Self.packs(below: place).map(\.lastPathComponent)) == ["yinfa-2021-237.pack", "yinfa-2026-42.pack"]
        )
        let failed = try CommandRun(["rules", "compile", "--output", "/proc/none"])
        #expect(failed.status == 2)
        #expect(failed.errors.contains("can't be written"))
    }

    private static func packs(below folder: URL) -> [URL] {
        let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".pack") }.sorted().map { folder.appending(path: $0) }
    }
}

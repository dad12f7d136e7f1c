import ArchiveReading
import Foundation
import Testing

@Suite("Writing ZIP containers")
struct ContainerWriterTests {
    @Test("what is added is read back under its name, and the same files make the same bytes")
    func roundTrip() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
        let text = String(repeating: "稳定币\n", count: 50_000)
        try Data(text.utf8).write(to: URL(filePath: path("long")))
        try Data().write(to: URL(filePath: path("empty")))
        for name in ["a.zip", "b.zip"] {
            let writer = try ContainerWriter(path: path(name))
            try writer.add(path("long"), as: "evidence/名单.txt")
            try writer.add(path("empty"), as: "evidence/empty")
            try writer.finish()
        }
        let archive = try ArchiveStream(containerAt: path("a.zip"))
        #expect(try archive.nextName() == "evidence/名单.txt")
        var bytes: [UInt8] = []
        while try archive.read(1 << 16, into: &bytes) > 0 {}
        #expect(String(decoding: bytes, as: UTF8.self) == text)
        #expect(try archive.nextName() == "evidence/empty")
        #expect(try archive.nextName() == nil)
        #expect(try Data(contentsOf: URL(filePath: path("a.zip"))) == Data(contentsOf: URL(filePath: path("b.zip"))))
        #expect(throws: ArchiveError.self) { try ContainerWriter(path: path("none/c.zip")) }
        #expect(throws: ArchiveError.self) { try ContainerWriter(path: path("d.zip")).add(path("none"), as: "x") }
    }
}

import Foundation
import TestSupport
import Testing

@Suite("The house in one picture")
struct ModuleGraphTests {
    /// With `UPDATE_GOLDEN` set, the picture is drawn anew.
    @Test("shows the modules of the manifest, and which uses which")
    func picture() throws {
        let graph = ModuleGraph(manifest: String(decoding: try ProjectFolder.bytes("Package.swift"), as: UTF8.self))
        #expect(graph.uses["NoticeParsing"] == ["LegalText", "DocumentReading", "NoticeModel"])
        let folder = ProjectFolder.root.appending(path: "Sources").path(percentEncoded: false)
        let modules = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix("CLib") }
        #expect(Set(graph.uses.keys) == Set(modules.filter { !$0.hasPrefix(".") }))

        let (opening, closing) = ("<!-- modules -->\n", "<!-- /modules -->\n")
        let page = String(decoding: try ProjectFolder.bytes("CONTRIBUTING.md"), as: UTF8.self)
        let parts = page.components(separatedBy: opening)
        let rest = (parts.last ?? "").components(separatedBy: closing)
        try #require(parts.count == 2 && rest.count == 2)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            let renewed = parts[0] + opening + graph.drawing + closing + rest[1]
            try Data(renewed.utf8).write(to: ProjectFolder.root.appending(path: "CONTRIBUTING.md"))
        } else {
            #expect(rest[0] == graph.drawing, "set UPDATE_GOLDEN=1 to draw the picture anew")
        }
    }

    @Test("no module uses itself through others")
    func acyclic() throws {
        let graph = ModuleGraph(manifest: String(decoding: try ProjectFolder.bytes("Package.swift"), as: UTF8.self))
        var open = graph.uses
        while let leaf = open.first(where: { $0.value.isEmpty })?.key {
            open[leaf] = nil
            open = open.mapValues { $0.filter { $0 != leaf } }
        }
        #expect(open.keys.sorted() == [])
    }
}

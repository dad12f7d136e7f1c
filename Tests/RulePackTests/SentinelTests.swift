import RuleEngine
import Testing

@Suite("The sentinels that ship")
struct ShippedSentinelTests {
    @Test(
        "hold, a few for each pack, since they are tried before it is used",
        arguments: ["yinfa-2026-42", "yinfa-2021-237"]
    )
    func hold(id: String) throws {
        let pack = try ShippedRules.pack(id)
        let count = try ShippedRules.folder.get().contents(of: id).pack.sentinels.count
        #expect((4...20).contains(count))
        #expect(pack.fallenSentinels().isEmpty)
    }
}

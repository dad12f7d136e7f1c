import RuleEngine
import Testing

@Suite("The sentinels that ship", .timeLimit(.minutes(1)))
struct ShippedSentinelTests {
    @Test("hold, and are cheap enough for every start", arguments: ["yinfa-2026-42", "yinfa-2021-237"])
    func cost(id: String) throws {
        let pack = try ShippedRules.pack(id)
        let count = try ShippedRules.folder.get().contents(of: id).pack.sentinels.count
        #expect(count >= 4)
        #expect(pack.fallenSentinels().isEmpty)
        // A sentinel takes some tens of microseconds in a release build and fifty times as long in this one. The shortest of
        // several runs counts, since a busy machine may stop any of them.
        let shortest = (0..<20).map { _ in ContinuousClock().measure { _ = pack.fallenSentinels() } }.min()
        #expect(try #require(shortest) < .milliseconds(10 * count))
    }
}

import Testing

@Suite("Placeholder")
struct PlaceholderTests {
    @Test("is replaced") func placeholder() { #expect(Bool(true)) }
}

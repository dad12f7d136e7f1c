/// A 统一社会信用代码, as GB 32100-2015 defines it: a key of eighteen characters that ends in a check character.
public struct CreditCode: Sendable, Hashable {
    /// The code in upper case.
    public let text: String

    /// The six digits of the registrar's region, as GB/T 2260 numbers it.
    public var region: String { String(text.dropFirst(2).prefix(6)) }

    /// Whether the last character is the one that the others ask for.
    public let isChecked: Bool

    private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Reads a code, or gives `nil` for a key of another form.
    public init?(_ key: String) {
        let bytes = Array(key.uppercased().utf8)
        let values = bytes.compactMap { Self.characters.firstIndex(of: $0) }
        guard bytes.count == 18, values.count == 18, values[2..<8].allSatisfy({ $0 < 10 }) else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
        var weight = 1
        var sum = 0
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        isChecked = (31 - sum % 31) % 31 == values[17]
    }
}

/// Which characters are other forms of the same character: traditional and simplified, and variants.
public struct VariantCharacters: Sendable {
    private var simplified: [UInt32: UInt32] = [:]

    /// Creates a table without a variant.
    public init() {}

    /// Adds the lines of a table: a character, a tab and its simplified form; lines that begin with `#` are remarks.
    ///
    /// A line with more than one character on a side is passed over: it doesn't name a variant of one character.
    public mutating func add(table: String) {
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            var scalars = Substring(line).unicodeScalars.makeIterator()
            guard let variant = scalars.next(), scalars.next() == "\t", let form = scalars.next() else { continue }
            let rest = scalars.next()
            guard rest == nil || rest == "\r" else { continue }
            simplified[variant.value] = form.value
        }
    }

    /// The simplified form of a scalar, or the scalar itself.
    func folded(_ value: UInt32) -> UInt32 {
        simplified[value] ?? value
    }
}

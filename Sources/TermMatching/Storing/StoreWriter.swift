/// Writes values one after the other in a compact binary form, from which a ``StoreReader`` makes them again.
///
/// The form is one of this program and this machine, and says nothing of itself: whoever stores it keeps a digest beside it
/// and makes it anew where the program is another.
package struct StoreWriter {
    /// What was written so far.
    package private(set) var bytes: [UInt8] = []

    /// Creates a writer of nothing.
    package init() {}

    /// Writes a number, small ones in a byte; seven bits a byte, the lowest first.
    package mutating func write(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a truth value.
    package mutating func write(_ value: Bool) {
        bytes.append(value ? 1 : 0)
    }

    /// Writes a text: its length in UTF-8 bytes, and the bytes.
    package mutating func write(_ value: String) {
        write(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Writes the name of a case.
    package mutating func write<Value: RawRepresentable<String>>(_ value: Value) {
        write(value.rawValue)
    }

    /// Writes a value that may be absent, `body` writing it where it is there.
    package mutating func write<Value>(_ value: Value?, _ body: (inout StoreWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    /// Writes values one by one, after their number.
    package mutating func write<Values: Collection>(
        _ values: Values,
        _ body: (inout StoreWriter, Values.Element) -> Void
    ) {
        write(values.count)
        for value in values { body(&self, value) }
    }

    /// Writes numbers of a fixed width as they lie in memory.
    package mutating func writeFlat<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: [Number]) {
        write(numbers.count)
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
}

/// Reads values in the order in which a ``StoreWriter`` wrote them.
package struct StoreReader {
    private let bytes: [UInt8]
    private var index: Int

    /// Bytes that no writer wrote, or not for this reader.
    package struct Damage: Error {
        package init() {}
    }

    /// Creates a reader at `start` in `bytes`.
    package init(_ bytes: [UInt8], from start: Int = 0) {
        precondition((0...bytes.count).contains(start), "A reader starts within its bytes")
        self.bytes = bytes
        index = start
    }

    /// Whether everything was read.
    package var isAtEnd: Bool { index == bytes.count }

    /// Reads a number.
    package mutating func number() throws(Damage) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count, shift < 64 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        throw Damage()
    }

    /// Reads a truth value.
    package mutating func truth() throws(Damage) -> Bool {
        guard index < bytes.count, bytes[index] < 2 else { throw Damage() }
        index += 1
        return bytes[index - 1] == 1
    }

    /// Reads a text.
    package mutating func text() throws(Damage) -> String {
        let range = try range(of: 1)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// Reads the name of a case.
    package mutating func name<Value: RawRepresentable<String>>(
        _ type: Value.Type = Value.self
    ) throws(Damage) -> Value {
        guard let value = Value(rawValue: try text()) else { throw Damage() }
        return value
    }

    /// Reads a value that may be absent.
    package mutating func optional<Value>(
        _ body: (inout StoreReader) throws(Damage) -> Value
    ) throws(Damage) -> Value? {
        try truth() ? try body(&self) : nil
    }

    /// Reads values one by one.
    package mutating func list<Value>(
        _ body: (inout StoreReader) throws(Damage) -> Value
    ) throws(Damage) -> [Value] {
        let count = try number()
        // Every value takes a byte at least, so a wrong number is told before memory is set aside for it.
        guard count >= 0, count <= bytes.count - index else { throw Damage() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// Reads numbers of a fixed width.
    package mutating func flat<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type = Number.self
    ) throws(Damage) -> [Number] {
        let range = try range(of: MemoryLayout<Number>.stride)
        let count = range.count / MemoryLayout<Number>.stride
        return unsafe bytes.withUnsafeBytes { source in
            unsafe [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
                unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[range])
                )
                initialized = count
            }
        }
    }

    /// The bytes of so many values of `stride` bytes as the number before them says.
    private mutating func range(of stride: Int) throws(Damage) -> Range<Int> {
        let count = try number()
        guard count >= 0, count <= (bytes.count - index) / stride else { throw Damage() }
        let range = index..<(index + count * stride)
        index = range.upperBound
        return range
    }
}

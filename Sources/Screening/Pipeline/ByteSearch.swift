internal import Glibc

extension Span<UInt8> {
    /// The offset of the first `byte` at or after `start`, or the number of bytes where there is none.
    ///
    /// The C library looks at many bytes at a time, which matters where every row of a large file is cut off this way.
    func offset(of byte: UInt8, from start: Int) -> Int {
        precondition((0...count).contains(start), "A search starts within the bytes")
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), bytes.count - start)
            else { return bytes.count }
            return found - UnsafeMutableRawPointer(mutating: base)
        }
    }

    /// The offset of the first `byte` between `start` and `end`, or `end` where there is none.
    func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
        precondition(0 <= start && start <= end && end <= count, "A search stays within the bytes")
        return withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
                return end
            }
            return found - UnsafeMutableRawPointer(mutating: base)
        }
    }

    /// The offset after the last `byte` between `start` and `end`, or `start` where there is none.
    func offset(afterLast byte: UInt8, from start: Int, to end: Int) -> Int {
        precondition(0 <= start && start <= end && end <= count, "A search stays within the bytes")
        var index = end
        while index > start, self[index - 1] != byte { index -= 1 }
        return index
    }
}

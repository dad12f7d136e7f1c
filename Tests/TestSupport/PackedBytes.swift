/// Samples in containers and compressed streams, made without any compression: each format has a way to say so.
public enum PackedBytes {
    /// A ZIP container of `files`, in order.
    public static func zip(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let size = little(UInt32(content.count))
            let common =
                little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt32(0x0021_0000))
                + little(crc32(content)) + size + size + little(UInt16(name.utf8.count)) + little(UInt16(0))
            directory += [0x50, 0x4B, 0x01, 0x02] + little(UInt16(20)) + common
            directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
            directory += little(UInt32(bytes.count)) + name.utf8
            bytes += [0x50, 0x4B, 0x03, 0x04] + common + name.utf8 + content
        }
        let count = little(UInt16(files.count))
        let end =
            [0x50, 0x4B, 0x05, 0x06] + little(UInt32(0)) + count + count + little(UInt32(directory.count))
            + little(UInt32(bytes.count)) + little(UInt16(0))
        return bytes + directory + end
    }

    /// A gzip member that holds `content`.
    public static func gzip(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        for (block, isLast) in blocks(of: content, size: 0xFFFF) {
            let length = UInt16(block.count)
            bytes += [isLast ? 1 : 0] + little(length) + little(~length) + block
        }
        return bytes + little(crc32(content)) + little(UInt32(truncatingIfNeeded: content.count))
    }

    /// A zstd frame that holds `content`.
    public static func zstd(_ content: [UInt8]) -> [UInt8] {
        // One segment, with its size in eight bytes and no checksum.
        var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xE0] + little(UInt64(content.count))
        for (block, isLast) in blocks(of: content, size: 1 << 16) {
            bytes += little(UInt32(block.count << 3 | (isLast ? 1 : 0))).prefix(3) + block
        }
        return bytes
    }

    private static func blocks(of content: [UInt8], size: Int) -> [(ArraySlice<UInt8>, isLast: Bool)] {
        if content.isEmpty { return [([], true)] }
        return stride(from: 0, to: content.count, by: size).map { start in
            (content[start..<min(start + size, content.count)], start + size >= content.count)
        }
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

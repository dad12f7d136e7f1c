internal import LegalText

/// The part of a record file that is in memory: read but not yet handed on.
///
/// UTF-16 is turned into UTF-8 on the way in. Other encodings stay as they are, because their line ends, quotes
/// and delimiters are single bytes that are part of no other character, and are decoded by the workers.
struct InputWindow {
    private let file: any InputSource

    /// The bytes that haven't been handed on.
    private(set) var bytes: [UInt8] = []

    /// Whether nothing follows ``bytes`` in the file.
    private(set) var isAtEnd = false

    /// The encoding of the file.
    let encoding: TextEncoding

    /// Whether a fault in the file was replaced by U+FFFD on the way in.
    private(set) var holdsReplacements = false

    /// UTF-16 that breaks off inside a character.
    private var held: [UInt8] = []

    /// Reads the first `count` bytes, and tells the encoding from them unless `encoding` says it.
    init(_ file: any InputSource, count: Int, encoding: TextEncoding?) throws(RecordFileError) {
        self.file = file
        var first: [UInt8] = []
        isAtEnd = try file.read(count, into: &first)
        self.encoding = encoding ?? TextEncoding.detected(in: first[...], isWhole: isAtEnd)
        append(first)
        if self.encoding == .utf8, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
        } else if self.encoding == .gb18030, bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) {
            bytes.removeFirst(4)
        }
    }

    /// How far the file was read.
    var progress: InputProgress { file.progress }

    /// The encoding of ``bytes``.
    var memoryEncoding: TextEncoding {
        encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? .utf8 : encoding
    }

    /// Reads on until at least `count` bytes are in memory, or to the end of the file, or as far as a source goes that is fed
    /// from elsewhere.
    mutating func fill(to count: Int) throws(RecordFileError) {
        while !isAtEnd, bytes.count < count, file.hasMore {
            if memoryEncoding == encoding {
                isAtEnd = try file.read(count - bytes.count, into: &bytes)
                continue
            }
            var part: [UInt8] = []
            isAtEnd = try file.read(count - bytes.count, into: &part)
            append(part)
        }
    }

    /// Takes the first `count` bytes out of the window.
    mutating func take(_ count: Int) -> [UInt8] {
        if count == bytes.count {
            let all = bytes
            bytes = []
            return all
        }
        // The rest is nearly always the shorter part, so it is what is copied.
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        bytes = Array(taken[count...])
        taken.removeLast(taken.count - count)
        return taken
    }

    private mutating func append(_ part: [UInt8]) {
        guard memoryEncoding != encoding else {
            bytes += part
            return
        }
        held += part
        var end = held.count & ~1
        if !isAtEnd, end >= 2, (0xD8...0xDB).contains(held[encoding == .utf16LittleEndian ? end - 1 : end - 2]) {
            end -= 2
        }
        if isAtEnd { end = held.count }
        let decoded = TextDecoder(encoding).decode(held[..<end])
        if decoded.malformed != nil { holdsReplacements = true }
        bytes += decoded.utf8
        held.removeFirst(end)
    }
}

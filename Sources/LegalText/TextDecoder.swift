/// Turns bytes in a known encoding into UTF-8.
///
/// Nothing is lost and nothing throws: each malformed sequence becomes one U+FFFD, and is counted.
public struct TextDecoder: Sendable {
    /// The encoding that is read.
    public let encoding: TextEncoding

    /// Creates a decoder for one encoding.
    public init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Decodes `bytes`, leaving out a byte order mark at their start.
    ///
    /// Valid UTF-8 is checked and passed on without a copy. The decoder keeps nothing between calls, so a file may be
    /// decoded in parts that are cut between characters.
    public func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        let markLength = encoding.markLength(in: bytes)
        let content = bytes.dropFirst(markLength)
        if encoding == .utf8 {
            return Self.repairingUTF8(content, offset: markLength)
        }
        guard let converter = Iconv(from: encoding) else {
            let problem = Diagnostic(
                "encoding/no-converter",
                .error,
                at: nil,
                "the C library on this machine can't read \(encoding.name)",
                help: "install its converters (glibc-gconv-extra), or save the file as UTF-8"
            )
            return Self.repairingUTF8(content, offset: markLength, problems: [problem])
        }
        return Self.converting(content, from: encoding, by: converter, offset: markLength)
    }

    /// Decodes `bytes`, leaving out a byte order mark at their start.
    public func decode(_ bytes: [UInt8]) -> DecodedText {
        decode(bytes[...])
    }
}

extension TextDecoder {
    /// U+FFFD in UTF-8.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func repairingUTF8(
        _ bytes: ArraySlice<UInt8>,
        offset: Int,
        problems: [Diagnostic] = []
    ) -> DecodedText {
        guard var fault = UTF8Fault(in: bytes.span, from: 0) else {
            return DecodedText(utf8: bytes, encoding: .utf8, malformed: nil, problems: problems)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + replacement.count)
        var malformed = MalformedInput(firstOffset: fault.range.lowerBound + offset)
        var copied = 0
        while true {
            text += bytes[(bytes.startIndex + copied)..<(bytes.startIndex + fault.range.lowerBound)]
            malformed.note(at: text.count)
            text += replacement
            copied = fault.range.upperBound
            guard let next = UTF8Fault(in: bytes.span, from: copied) else { break }
            fault = next
        }
        text += bytes[(bytes.startIndex + copied)...]
        return DecodedText(utf8: text[...], encoding: .utf8, malformed: malformed, problems: problems)
    }

    private static func converting(
        _ bytes: ArraySlice<UInt8>,
        from encoding: TextEncoding,
        by converter: consuming Iconv,
        offset: Int
    ) -> DecodedText {
        let unit = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var malformed: MalformedInput?
        bytes.withUnsafeBytes { whole in
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
                var rest = whole
                while true {
                    let (written, stop) = converter.convert(&rest, into: room)
                    text.append(contentsOf: room[..<written])
                    if stop == .outputFull { continue }
                    if stop == .end { break }
                    var place = malformed ?? MalformedInput(firstOffset: offset + whole.count - rest.count)
                    place.note(at: text.count)
                    malformed = place
                    text += replacement
                    // What breaks off at the end is one character, whatever number of bytes it has.
                    if stop == .incomplete { break }
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(unit))
                }
                text.append(contentsOf: room[..<converter.finish(into: room)])
            }
        }
        return DecodedText(utf8: text[...], encoding: encoding, malformed: malformed, problems: [])
    }
}

/// A place where bytes are not UTF-8.
struct UTF8Fault {
    /// The bytes that one U+FFFD stands for, counted from the start of the bytes that were searched.
    let range: Range<Int>

    /// Finds the first fault at or after `start`, which lies between characters; `nil` where there is none.
    init?(in bytes: Span<UInt8>, from start: Int) {
        do {
            _ = try UTF8Span(validating: bytes.extracting(droppingFirst: start))
            return nil
        } catch {
            range = (error.byteOffsets.lowerBound + start)..<(error.byteOffsets.upperBound + start)
        }
    }
}

/// Bytes after they were turned into UTF-8.
public struct DecodedText: Sendable, Hashable {
    /// The text in valid UTF-8, without a byte order mark; a part of the input where that was valid already.
    public let utf8: ArraySlice<UInt8>

    /// The encoding that was read.
    public let encoding: TextEncoding

    /// The malformed sequences, or `nil` where there was none.
    public let malformed: MalformedInput?

    /// What kept the bytes from being read in their encoding.
    private let problems: [Diagnostic]

    init(utf8: ArraySlice<UInt8>, encoding: TextEncoding, malformed: MalformedInput?, problems: [Diagnostic]) {
        self.utf8 = utf8
        self.encoding = encoding
        self.malformed = malformed
        self.problems = problems
    }

    /// The text as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }

    /// What to tell the user: a warning where sequences were malformed, with its place in the decoded text.
    public var diagnostics: [Diagnostic] {
        guard let malformed else { return problems }
        let places = malformed.count == 1 ? "1 place is" : "\(malformed.count) places are"
        let warning = Diagnostic(
            "encoding/malformed",
            .warning,
            at: malformed.firstSpan,
            "\(places) not valid \(encoding.name), the first at byte \(malformed.firstOffset); each became U+FFFD",
            help: "check the file's encoding, or whether it was cut off"
        )
        return problems + [warning]
    }
}

/// Where and how often bytes were not valid in their encoding.
public struct MalformedInput: Sendable, Hashable {
    /// The number of malformed sequences, each of which became one U+FFFD.
    public private(set) var count = 0

    /// The offset of the first malformed byte, in bytes of the input with its byte order mark.
    public let firstOffset: Int

    /// The first U+FFFD that was written, in UTF-8 bytes of the decoded text.
    public private(set) var firstSpan = TextSpan(start: 0, end: 0)

    init(firstOffset: Int) {
        self.firstOffset = firstOffset
    }

    /// Counts one more sequence, whose U+FFFD is written at `offset` of the decoded text.
    mutating func note(at offset: Int) {
        if count == 0 {
            firstSpan = TextSpan(start: offset, end: offset + 3)
        }
        count += 1
    }
}

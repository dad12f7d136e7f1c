internal import Glibc

/// A converter of the C library from one encoding to UTF-8, owned and closed by exactly one value.
struct Iconv: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a converter, or returns `nil` where the C library on this machine has none for `encoding`.
    init?(from encoding: TextEncoding) {
        let name =
            switch encoding {
            case .utf8: "UTF-8"
            case .gb18030: "GB18030"
            case .big5: "BIG5-HKSCS"
            case .utf16LittleEndian: "UTF-16LE"
            case .utf16BigEndian: "UTF-16BE"
            }
        guard let descriptor = iconv_open("UTF-8", name), descriptor != Self.failure else { return nil }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    /// What `iconv_open` returns in place of a descriptor.
    private static var failure: iconv_t? { iconv_t(bitPattern: -1) }

    /// What `iconv` returns in place of a count.
    private static let stopped = -1

    /// Why a conversion stopped.
    enum Stop: Equatable {
        /// All of the input was converted.
        case end
        /// The output has no room for the next character.
        case outputFull
        /// The input at this place is no character.
        case malformed
        /// The input breaks off inside a character.
        case incomplete
    }

    /// Converts from `input`, advancing it past what was converted, into `output`.
    ///
    /// - Returns: The number of bytes written, and why the conversion stopped.
    mutating func convert(
        _ input: inout UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> (written: Int, stop: Stop) {
        var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
        let stop: Stop =
            if result != Self.stopped {
                .end
            } else {
                switch errno {
                case E2BIG: .outputFull
                case EINVAL: .incomplete
                default: .malformed
                }
            }
        input = UnsafeRawBufferPointer(rebasing: input.suffix(sourceLeft))
        return (output.count - targetLeft, stop)
    }

    /// Writes what the converter holds back until it knows the next character, and forgets it.
    mutating func finish(into output: UnsafeMutableRawBufferPointer) -> Int {
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        _ = iconv(descriptor, nil, nil, &target, &targetLeft)
        return output.count - targetLeft
    }
}

internal import Glibc
public import LegalText

/// Samples in the encodings that real files come in, made by the C library.
public enum EncodedBytes {
    /// `text` in `encoding`, without a byte order mark.
    ///
    /// - Precondition: the C library on this machine knows the encoding, and the encoding has every character.
    public static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8] {
        guard let descriptor = iconv_open(encoding.name, "UTF-8"), descriptor != iconv_t(bitPattern: -1) else {
            preconditionFailure("The C library can't write \(encoding.name)")
        }
        defer { iconv_close(descriptor) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var sourceLeft = input.count
                var target = output.baseAddress
                var targetLeft = output.count
                let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                precondition(result != -1 && sourceLeft == 0, "\(encoding.name) has no such character")
                return output.count - targetLeft
            }
        }
        return output[..<written].map { UInt8(bitPattern: $0) }
    }
}

/// The ways of compressing one file that are read.
package enum Compression: String, Sendable, Hashable, CaseIterable {
    /// RFC 1952, also of several members.
    case gzip
    /// RFC 8878, also of several frames.
    case zstd
    /// The .xz format.
    case xz
    /// The .bz2 format.
    case bzip2

    /// The compression that the first bytes of a file tell, or `nil` where they tell none.
    package init?(signature bytes: ArraySlice<UInt8>) {
        guard let found = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else { return nil }
        self = found
    }

    /// The endings of file names that stand for it, in lower case and without the dot.
    package var suffixes: [String] {
        switch self {
        case .gzip: ["gz", "gzip"]
        case .zstd: ["zst", "zstd"]
        case .xz: ["xz"]
        case .bzip2: ["bz2"]
        }
    }

    private var signature: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .bzip2: [0x42, 0x5A, 0x68]
        }
    }
}

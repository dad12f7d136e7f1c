#if Service
    internal import Glibc
    import LegalText

    /// Reads `multipart/form-data` (RFC 7578) as it comes, holding no more of a file than was fed last.
    struct MultipartReader {
        /// What was read.
        enum Event {
            /// A field that is no file.
            case field(name: String, value: String)
            /// The beginning of a file; its name is without folders.
            case file(field: String, name: String)
            /// Some bytes of the file that began last.
            case content(ArraySlice<UInt8>)
        }

        private enum Place {
            case start, boundary, head, field(String), file, passed, end
        }

        private let mark: [UInt8]
        private let divider: [UInt8]
        private let fieldLimit: Int
        private var pending: [UInt8] = []
        private var place = Place.start

        /// The most bytes of the head of a part.
        private static let headLimit = 16 << 10

        /// Creates a reader for a body with the content type that its header field gives; `fieldLimit` is the most bytes of a field
        /// that is no file.
        ///
        /// - Throws: A ``Problem`` where the type names no boundary.
        init(contentType: String, fieldLimit: Int) throws(Problem) {
            guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty else {
                throw FormFields.malformed
            }
            mark = Array("--\(boundary)".utf8)
            divider = Array("\r\n--\(boundary)".utf8)
            self.fieldLimit = fieldLimit
        }

        /// Reads on, and passes what is whole to `body`.
        ///
        /// - Throws: A ``Problem`` where it isn't a form, and what `body` throws.
        mutating func feed(_ bytes: some Sequence<UInt8>, _ body: (Event) throws -> Void) throws {
            pending += bytes
            while try step(body) {}
        }

        /// Says that nothing more comes.
        ///
        /// - Throws: A ``Problem`` where the form isn't whole.
        func finish() throws(Problem) {
            guard case .end = place else { throw FormFields.malformed }
        }

        /// Reads the next piece.
        ///
        /// - Returns: Whether there may be another in what was fed.
        private mutating func step(_ body: (Event) throws -> Void) throws -> Bool {
            switch place {
            case .start:
                guard pending.count >= mark.count else { return false }
                guard pending.starts(with: mark) else { throw FormFields.malformed }
                pending.removeFirst(mark.count)
                place = .boundary
                return true
            case .boundary:
                // Behind a boundary stands a line end, or two hyphens after the last part.
                guard pending.count >= 2 else { return false }
                if pending.starts(with: Array("--".utf8)) {
                    place = .end
                    return true
                }
                guard pending.starts(with: [0x0D, 0x0A]) else { throw FormFields.malformed }
                pending.removeFirst(2)
                place = .head
                return true
            case .head:
                guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: pending) else {
                    guard pending.count <= Self.headLimit else { throw FormFields.malformed }
                    return false
                }
                place = try Self.part(Array(pending[..<end]), body)
                pending.removeFirst(end + 4)
                return true
            case .field(let name):
                guard let end = Self.find(divider, in: pending) else {
                    guard pending.count <= fieldLimit + divider.count else {
                        throw Problem.tooLarge(limit: fieldLimit, setting: "--body-bytes")
                    }
                    return false
                }
                guard let value = String(validating: pending[..<end], as: UTF8.self) else { throw FormFields.malformed }
                try body(.field(name: name, value: value))
                pending.removeFirst(end + divider.count)
                place = .boundary
                return true
            case .file, .passed:
                let end = Self.find(divider, in: pending)
                // A boundary may have begun in what was fed last.
                let count = end ?? max(0, pending.count - divider.count + 1)
                if case .file = place, count > 0 { try body(.content(pending[..<count])) }
                pending.removeFirst(end.map { $0 + divider.count } ?? count)
                if end != nil { place = .boundary }
                return end != nil
            case .end:
                pending = []
                return false
            }
        }

        /// What follows the head of a part.
        private static func part(_ head: [UInt8], _ body: (Event) throws -> Void) throws -> Place {
            guard let text = String(validating: head, as: UTF8.self) else { throw FormFields.malformed }
            let lines = text.split { $0 == "\r\n" || $0 == "\n" }
            guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
                let name = parameter("name", of: String(line))
            else { throw FormFields.malformed }
            guard let path = parameter("filename", of: String(line)) else { return .field(name) }
            // A field in which no file was chosen comes with an empty name.
            guard !path.isEmpty else { return .passed }
            try body(.file(field: name, name: path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path))
            return .file
        }

        /// The value of a parameter of a header field, without its quotation marks.
        private static func parameter(_ name: String, of header: String) -> String? {
            for part in parts(of: header).dropFirst() {
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2, String(sides[0]).trimmingBlanks().lowercased() == name else { continue }
                let value = String(sides[1]).trimmingBlanks()
                guard value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 else { return value }
                return String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
            }
            return nil
        }

        /// The parts of a header field between semicolons that stand in no quotation marks, as a file's name may hold some.
        private static func parts(of header: String) -> [String] {
            var parts = [""]
            var isQuoted = false
            for character in header {
                if character == "\"" { isQuoted.toggle() }
                if character == ";", !isQuoted {
                    parts.append("")
                } else {
                    parts[parts.count - 1].append(character)
                }
            }
            return parts
        }

        /// The first place of `needle` in `bytes`.
        static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
            bytes.withUnsafeBytes { hay in
                guard let start = hay.baseAddress, let first = needle.first else { return nil }
                var offset = 0
                while offset + needle.count <= hay.count,
                    let found = memchr(start + offset, Int32(first), hay.count - offset - needle.count + 1)
                {
                    offset = UnsafeRawPointer(found) - start
                    if hay[offset..<(offset + needle.count)].elementsEqual(needle) { return offset }
                    offset += 1
                }
                return nil
            }
        }
    }
#endif

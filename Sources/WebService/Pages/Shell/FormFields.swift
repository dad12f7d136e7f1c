#if Service
    import LegalText

    /// The fields of a form as browsers send them, with the files that came along.
    struct FormFields: Sendable {
        private var values: [String: [String]] = [:]

        /// The files, by the name of their field; fields in which none was chosen aren't here.
        private(set) var files: [String: File] = [:]

        /// A file that came with a form.
        struct File: Sendable {
            /// The name that it had on the sender's disk, without folders.
            let name: String

            /// What it holds.
            let bytes: [UInt8]
        }

        /// The fields of a form without files.
        init(_ query: RequestQuery) {
            for name in query.names { values[name] = query.all(name) }
        }

        /// The first value of the field called `name` without blanks at its ends; `nil` where it is missing or blank.
        subscript(name: String) -> String? {
            values[name]?.first.map { $0.trimmingBlanks() }.flatMap { $0.isEmpty ? nil : $0 }
        }

        /// Every value of the field called `name`, as it came.
        func all(_ name: String) -> [String] { values[name] ?? [] }

        /// Something that isn't a form.
        static let malformed = Problem.malformed(
            LocalizedText(zh: "表单内容无法读取", en: "The form can't be read")
        )

        /// Reads `multipart/form-data` (RFC 7578).
        ///
        /// - Throws: A ``Problem`` where it isn't that.
        init(multipart bytes: [UInt8], contentType: String) throws(Problem) {
            guard let boundary = Self.parameter("boundary", of: contentType), !boundary.isEmpty else {
                throw Self.malformed
            }
            let mark = Array("--\(boundary)".utf8)
            guard bytes.starts(with: mark) else { throw Self.malformed }
            let divider = [0x0D, 0x0A] + mark
            var position = mark.count
            // Behind a boundary stands a line end, or two hyphens after the last part.
            while !bytes[position...].starts(with: Array("--".utf8)) {
                guard bytes[position...].starts(with: [0x0D, 0x0A]),
                    let head = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: bytes, from: position),
                    let end = Self.find(divider, in: bytes, from: head + 2)
                else { throw Self.malformed }
                let content = head + 4 <= end ? bytes[(head + 4)..<end] : []
                try take(bytes[position..<head], Array(content))
                position = end + divider.count
            }
        }

        private mutating func take(_ head: ArraySlice<UInt8>, _ content: [UInt8]) throws(Problem) {
            guard let text = String(validating: head, as: UTF8.self) else { throw Self.malformed }
            let lines = text.split { $0 == "\r\n" || $0 == "\n" }
            guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
                let name = Self.parameter("name", of: String(line))
            else { throw Self.malformed }
            if let path = Self.parameter("filename", of: String(line)) {
                // A field in which no file was chosen comes with an empty name.
                guard !path.isEmpty else { return }
                let file = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
                files[name] = File(name: file, bytes: content)
                return
            }
            guard let value = String(validating: content, as: UTF8.self) else { throw Self.malformed }
            values[name, default: []].append(value)
        }

        /// The value of a parameter of a header field, without its quotation marks.
        private static func parameter(_ name: String, of header: String) -> String? {
            for part in header.split(separator: ";").dropFirst() {
                let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2, String(sides[0]).trimmingBlanks().lowercased() == name else { continue }
                let value = String(sides[1]).trimmingBlanks()
                guard value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 else { return value }
                return String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
            }
            return nil
        }

        private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
            guard let first = needle.first else { return nil }
            var index = start
            while index + needle.count <= bytes.count {
                if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) { return index }
                index += 1
            }
            return nil
        }
    }
#endif

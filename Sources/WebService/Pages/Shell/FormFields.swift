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

        /// Creates a form without fields.
        init() {}

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
        init(multipart bytes: [UInt8], contentType: String) throws {
            var reader = try MultipartReader(contentType: contentType, fieldLimit: bytes.count)
            var open: (field: String, name: String, bytes: [UInt8])?
            try reader.feed(bytes) { event in
                if case .content(let part) = event {
                    open?.bytes += part
                    return
                }
                add(open)
                open = nil
                switch event {
                case .field(let name, let value): add(name, value)
                case .file(let field, let name): open = (field, name, [])
                case .content: break
                }
            }
            try reader.finish()
            add(open)
        }

        /// Adds a value of the field called `name`.
        mutating func add(_ name: String, _ value: String) {
            values[name, default: []].append(value)
        }

        private mutating func add(_ file: (field: String, name: String, bytes: [UInt8])?) {
            guard let file else { return }
            files[file.field] = File(name: file.name, bytes: file.bytes)
        }
    }
#endif

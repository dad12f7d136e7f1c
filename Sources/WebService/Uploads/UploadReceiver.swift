#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import NIOCore

    /// Takes a file that comes with a form, to the disk as it comes.
    struct UploadReceiver {
        let request: ServiceRequest

        private var limits: ServiceLimits { request.service.settings.limits }

        /// The file of the form's field `file`; the fields before it must hold the form's token.
        ///
        /// - Returns: The file, which is on the shelf.
        /// - Throws: A ``Problem`` where the form isn't one of this service, holds no file, or one that is too large.
        func receive(_ purpose: @escaping @Sendable (FormFields) throws(Problem) -> Upload.Purpose) async throws
            -> Upload
        {
            try request.expectType(["multipart/form-data"])
            guard let owner = request.uploadOwner, let formOwner = request.caller.formOwner else {
                throw Problem.malformed(
                    LocalizedText(
                        zh: "文件只能由浏览器上传；程序请用/v1/screen",
                        en: "Files are for browsers; programs use /v1/screen"
                    )
                )
            }
            let shelf = request.service.uploads
            let limit = min(limits.uploadBytes, shelf.room)
            if let length = request.request.headers[.contentLength].flatMap({ Int($0) }), length > limit + (64 << 10) {
                throw Self.tooLarge(limit)
            }
            let folder = try shelf.makeFolder(for: owner)
            let parts = RequestBodyParts(request.request.body)
            return try await request.service.threads.run {
                var fields = FormFields()
                var reader = try MultipartReader(
                    contentType: request.request.headers[.contentType] ?? "",
                    fieldLimit: 64 << 10
                )
                var file: UploadFile?
                var name = ""
                var size = 0
                while let part = try await parts.next() {
                    try reader.feed(part.readableBytesView) { event in
                        switch event {
                        case .field(let name, let value): fields.add(name, value)
                        case .file(let field, let given):
                            guard field == "file", file == nil else { throw FormFields.malformed }
                            try request.service.forms.redeem(fields["token"], of: formOwner, now: WallClock.now)
                            name = given
                            file = try UploadFile(path: folder.file(Upload.fileName))
                        case .content(let bytes):
                            size += bytes.count
                            guard size <= limit else { throw Self.tooLarge(limit) }
                            try file?.write(bytes)
                        }
                    }
                }
                try reader.finish()
                guard file != nil, size > 0 else {
                    throw Problem.unusable(
                        "records/no-file",
                        LocalizedText(zh: "请选择要筛查的文件", en: "Choose a file to screen")
                    )
                }
                let upload = Upload(
                    owner: owner,
                    name: name,
                    purpose: try purpose(fields),
                    folder: folder,
                    size: size,
                    received: WallClock.now
                )
                shelf.add(upload)
                return upload
            }
        }

        private static func tooLarge(_ limit: Int) -> Problem {
            .tooLarge(limit: max(0, limit), setting: "--upload-bytes, --upload-space")
        }
    }

    /// The parts of a body, asked for one after the other.
    ///
    /// Unchecked because the iterator goes to the task that reads the body, and is used there alone.
    private final class RequestBodyParts: @unchecked Sendable {
        private var parts: RequestBody.AsyncIterator

        init(_ body: RequestBody) {
            parts = body.makeAsyncIterator()
        }

        func next() async throws -> ByteBuffer? {
            do {
                return try await parts.next()
            } catch is HTTPBodyBrokenOff {
                throw Problem.brokenOff
            }
        }
    }

    extension ServiceRequest {
        /// Whose files are shown: the person's that logged in, whatever the session, or on this machine everybody's; `nil` for
        /// programs.
        var uploadOwner: String? {
            switch caller.proof {
            case .none, .token: nil
            case .local: "local"
            case .session: "person:\(caller.name)"
            }
        }

        /// The file that the path names.
        ///
        /// - Throws: A ``Problem`` where the caller has none of that name.
        func upload() throws(Problem) -> Upload {
            try service.uploads.upload(parameters["id"] ?? "", of: uploadOwner ?? "-")
        }
    }
#endif

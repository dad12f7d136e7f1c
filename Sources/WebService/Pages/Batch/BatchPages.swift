#if Service
    import DecisionLog
    import HTTPTypes
    import Hummingbird
    import LegalText
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// Whole files: sent, looked at, screened, gone through row by row, and taken home in several forms.
    struct BatchPages: RouteGroup {
        let pages: PageRenderer

        /// What the rows can be filtered by, and what says which of them are shown.
        static let filters = ["verdict", "article", "rule", "state", "q", "sort", "page"]

        var routes: [Route] {
            let id = RouteParameter.path("id", "The file.")
            let row = RouteParameter.path("row", "A row's place among those that were flagged.")
            let filters = Self.filters.map { RouteParameter.query($0, .text(limit: 256), "A filter.") }
            let format = RouteParameter.query(
                "format",
                .choice(BatchDownload.Format.allCases.map(\.rawValue)),
                isRequired: true,
                "The form."
            )
            return [
                .page(.get, "/batch") { list($0) },
                .page(.post, "/batch", isBatch: true) { request in
                    let upload = try await UploadReceiver(request: request).receive { form throws(Problem) in
                        try Self.purpose(form, request)
                    }
                    return .see("/batch/\(upload.id)")
                },
                .page(.get, "/batch/{id}", parameters: [id] + filters) { try await show($0) },
                .page(.post, "/batch/{id}", parameters: [id]) { try await read($0) },
                .page(.get, "/batch/{id}/progress", parameters: [id]) { request in
                    let upload = try request.upload()
                    return pages.fragment(BatchProgressView(upload, request), for: request)
                },
                .page(.post, "/batch/{id}/cancel", parameters: [id]) { request in
                    _ = try await request.signedForm()
                    let upload = try request.upload()
                    if case .running(let run) = upload.stage { run.cancel() }
                    return .see("/batch/\(upload.id)")
                },
                .page(.post, "/batch/{id}/again", parameters: [id]) { request in
                    _ = try await request.signedForm()
                    let upload = try request.upload()
                    upload.setReading(upload.reading)
                    return .see("/batch/\(upload.id)")
                },
                .page(.post, "/batch/{id}/remove", parameters: [id]) { request in
                    _ = try await request.signedForm()
                    request.service.uploads.remove(try request.upload())
                    return .see("/batch")
                },
                .page(.post, "/batch/{id}/rows/{row}", role: .officer, parameters: [id, row]) {
                    try await BatchTriage(pages: pages, request: $0).decide()
                },
                .page(.get, "/batch/{id}/download", parameters: [id, format]) { request in
                    try await BatchDownload(request: request).response()
                },
            ]
        }

        /// What the file is for, by the fields that came before it.
        private static func purpose(_ form: FormFields, _ request: ServiceRequest) throws(Problem) -> Upload.Purpose {
            guard let old = form["old"], let new = form["new"] else { return .screening }
            for name in [old, new] { _ = try request.state.pack(String(name.prefix { $0 != "/" })) }
            return .impact(old: old, new: new)
        }

        // MARK: - The list

        private func list(_ request: ServiceRequest) -> Response {
            let uploads = request.uploadOwner.map(request.service.uploads.uploads(of:)) ?? []
            let limits = request.service.settings.limits
            let view = BatchListView(
                mayUpload: request.uploadOwner != nil && request.caller.formOwner != nil,
                formToken: request.formToken,
                limit: BatchText.size(limits.uploadBytes),
                hours: Int(limits.uploadTime.components.seconds / 3600),
                rows: uploads.map { upload in
                    .init(
                        path: "/batch/\(upload.id)",
                        name: HTMLText.escaped(upload.name),
                        size: BatchText.size(upload.size),
                        when: PageText.moment(LogTime(milliseconds: upload.received * 1000)),
                        state: BatchText.state(of: upload, request),
                        removeToken: request.formToken
                    )
                },
                hasRows: !uploads.isEmpty
            )
            return pages.page(view, title: PagePart.batch.label, part: .batch, for: request)
        }

        // MARK: - One file

        private func show(_ request: ServiceRequest) async throws -> Response {
            let upload = try request.upload()
            let title = LocalizedText(zh: "批量筛查 \(upload.name)", en: "Batch \(upload.name)")
            switch upload.stage {
            case .waiting(let fault):
                return try await mapping(upload, fault: fault, request)
            case .running:
                let view = BatchRunningView(
                    name: HTMLText.escaped(upload.name),
                    path: "/batch/\(upload.id)",
                    progress: BatchProgressView(upload, request),
                    cancelToken: request.formToken
                )
                return pages.page(view, title: title, part: .batch, for: request, refreshing: 2)
            case .screened(let results):
                let view = try await BatchLayout(request: request, upload: upload, results: results).view()
                return pages.page(view, title: title, part: .batch, for: request)
            case .compared(let results):
                let view = ImpactLayout(request: request, upload: upload, results: results).view()
                return pages.page(view, title: title, part: .compare, for: request)
            }
        }

        private func mapping(
            _ upload: Upload,
            fault: LocalizedText?,
            _ request: ServiceRequest
        ) async throws -> Response {
            let view = try await request.service.threads.run {
                MappingLayout(request: request, upload: upload, fault: fault).view()
            }
            return pages.page(
                view,
                title: LocalizedText(zh: "核对列 \(upload.name)", en: "Columns of \(upload.name)"),
                part: .batch,
                for: request,
                status: fault == nil ? .ok : .unprocessableContent
            )
        }

        /// Takes the form that says how the file is to be read, and begins where that was asked for.
        private func read(_ request: ServiceRequest) async throws -> Response {
            let form = try await request.signedForm()
            let upload = try request.upload()
            let old = upload.reading
            let reading = try await request.service.threads.run {
                try MappingForm(form: form, upload: upload).reading(request)
            }
            // Other bytes, other columns: they must be seen before anything is begun.
            let isSame =
                reading.encoding == old.encoding && reading.format == old.format && reading.hasHeader == old.hasHeader
                && reading.sheet == old.sheet
            upload.setReading(reading)
            guard form["do"] == "start", isSame, !upload.isRunning else { return .see("/batch/\(upload.id)") }
            do {
                let screening = UploadScreening(upload: upload, service: request.service, state: request.state)
                switch upload.purpose {
                case .screening: try screening.start()
                case .impact(let old, let new): try ImpactScreening(screening: screening, old: old, new: new).start()
                }
            } catch let problem as Problem {
                upload.setReading(reading, fault: problem.detail)
            }
            return .see("/batch/\(upload.id)")
        }
    }

    /// Words of batches for pages.
    enum BatchText {
        /// A number of bytes as people read it.
        static func size(_ bytes: Int) -> String {
            switch bytes {
            case ..<1024: return "\(bytes) B"
            case ..<(1 << 20): return "\((bytes + 1023) >> 10) KB"
            case ..<(1 << 30):
                let tenths = (bytes * 10) >> 20
                return "\(tenths / 10).\(tenths % 10) MB"
            default:
                let tenths = (bytes * 10) >> 30
                return "\(tenths / 10).\(tenths % 10) GB"
            }
        }

        /// A number with commas between thousands.
        static func number(_ value: Int) -> String {
            var digits = Array(String(value))
            var place = digits.count - 3
            while place > 0 {
                digits.insert(",", at: place)
                place -= 3
            }
            return String(digits)
        }

        /// How far a file is, in a few words.
        static func state(of upload: Upload, _ request: ServiceRequest) -> String {
            switch upload.stage {
            case .waiting: request.said("待核对列", "columns to be checked")
            case .running: request.said("筛查中", "being screened")
            case .screened(let results):
                request.said(
                    "\(number(results.summary.rows))行，命中\(number(results.summary.flagged))行",
                    "\(number(results.summary.rows)) rows, \(number(results.summary.flagged)) flagged"
                )
            case .compared(let results):
                request.said(
                    "影响测算：\(number(results.impact.rows))行，\(number(results.impact.changed))行有变化",
                    "impact: \(number(results.impact.rows)) rows, \(number(results.impact.changed)) change"
                )
            }
        }
    }
#endif

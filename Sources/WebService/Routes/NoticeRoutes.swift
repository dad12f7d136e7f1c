#if Service
    import NoticeCorpus
    import DocumentReading
    import Hummingbird
    import LegalText
    import NoticeModel
    import NoticeParsing
    import Reporting

    /// The notices of the corpus, and reading one that somebody sends.
    package struct NoticeRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/v1/notices",
                    role: .viewer,
                    operation: Operation(
                        "listNotices",
                        "The notices of the corpus with their texts and how far these can be relied on.",
                        tag: "notices",
                        answer: [.init("application/json", "Notices")]
                    )
                ) { request in
                    .json(CorpusJSON(request.state.corpus).document)
                },
                Route(
                    .get,
                    "/v1/notices/{id+}",
                    role: .viewer,
                    parameters: [
                        .path("id", "A notice of the corpus, such as yinfa-2026-42 or yinfa-2026-42/en.").example(
                            "yinfa-2026-42"
                        )
                    ],
                    operation: Operation(
                        "getNotice",
                        "A notice as 'hegui parse --format json' prints it.",
                        tag: "notices",
                        answer: [.init("application/json", "Notice")],
                        problems: [404]
                    )
                ) { request in
                    let name = request.parameters["id"] ?? ""
                    return try await request.service.threads.run {
                        let text = try request.state.text(name)
                        return .json(NoticeJSON(text.notice, provenance: NoticeProvenance(text)).document)
                    }
                },
                Route(
                    .post,
                    "/v1/notices",
                    role: .viewer,
                    operation: Operation(
                        "readNotice",
                        "Read a notice that is sent, a saved page or a text, as 'hegui parse' does. Nothing is kept.",
                        tag: "notices",
                        body: [
                            .init("text/html", example: "<title>通知</title><p>第一条 任何单位不得从事虚拟货币相关业务。</p>"),
                            .init("text/plain", example: "第一条 任何单位不得从事虚拟货币相关业务。"), .init("text/markdown"),
                            .init("application/octet-stream"),
                        ],
                        answer: [.init("application/json", "Notice")],
                        problems: [422]
                    )
                ) { request in
                    try request.expectType(["text/html", "text/plain", "text/markdown", "application/octet-stream"])
                    let bytes = Array(buffer: try await request.body())
                    let encoding = try request.declaredEncoding()
                    return try await request.service.threads.run {
                        do {
                            let document = try DocumentReader().read(bytes, declaredEncoding: encoding)
                            return .json(NoticeJSON(NoticeParser().parse(document)).document)
                        } catch let error as DocumentReadError {
                            throw Problem.unusable(
                                "document/\(error.code)",
                                LocalizedText(zh: "文件无法读取：\(error)", en: "The document can't be read: \(error)")
                            )
                        }
                    }
                },
            ]
        }
    }

    extension ServiceRequest {
        /// The encoding that the content type names, or `nil` where it names none.
        ///
        /// - Throws: A ``Problem`` where it names one that isn't known.
        func declaredEncoding() throws(Problem) -> TextEncoding? {
            let parts = (request.headers[.contentType] ?? "").split(separator: ";").dropFirst()
            for part in parts {
                let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks() }
                guard sides.count == 2, sides[0].lowercased() == "charset" else { continue }
                let name = sides[1].replacing("\"", with: "")
                guard let encoding = TextEncoding(declaredName: name) else {
                    throw .mediaType(
                        request.headers[.contentType],
                        expected: ["charset=UTF-8", "GB18030", "GBK", "UTF-16"]
                    )
                }
                return encoding
            }
            return nil
        }
    }
#endif

#if Service
    import Foundation
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import LegalText
    import NIOCore
    import RecordModel
    import Screening
    import Testing

    @testable import WebService

    /// Whole files on pages, in this process.
    struct BatchPageTests {
        private static let file = """
            名称,经营范围,统一社会信用代码
            深圳前海RWA数字科技有限公司,软件开发,A1
            上海晨曦软件有限公司,软件开发,A2
            坏,的,行,在,此
            乐山大渡能源管理有限公司,比特币矿机销售及托管,A3
            济南历山银行咨询有限公司,商业银行风险加权资产（RWA）计量咨询,A4

            """

        /// A browser that talks to the service.
        struct Browser {
            let client: any TestClientProtocol
            var cookie: String?

            func get(_ path: String) async throws -> (status: HTTPResponse.Status, page: String) {
                try await client.execute(uri: path, method: .get, headers: fields(nil)) {
                    ($0.status, String(buffer: $0.body))
                }
            }

            func post(_ path: String, _ body: String) async throws -> (
                status: HTTPResponse.Status, page: String, location: String
            ) {
                let type = "application/x-www-form-urlencoded"
                return try await client.execute(
                    uri: path,
                    method: .post,
                    headers: fields(type),
                    body: ByteBuffer(string: body)
                ) { ($0.status, String(buffer: $0.body), $0.headers[.location] ?? "") }
            }

            func send(
                _ content: String,
                name: String = "名单.csv",
                token: String,
                more: String = ""
            ) async throws -> (status: HTTPResponse.Status, location: String) {
                let body =
                    "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n\(more)"
                    + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n\(content)\r\n--x--\r\n"
                return try await client.execute(
                    uri: "/batch",
                    method: .post,
                    headers: fields("multipart/form-data; boundary=x"),
                    body: ByteBuffer(string: body)
                ) { ($0.status, $0.headers[.location] ?? "") }
            }

            /// Sends a file and has it screened.
            func screened(_ content: String) async throws -> String {
                let path = try await send(
                    content,
                    token: try token(in: try await get("/batch").page, behind: "data-drop")
                ).location
                try await start(path)
                return path
            }

            /// Has the file at `path` screened, with what the headers say.
            func start(_ path: String) async throws {
                let columns = try await get(path).page
                var body = "do=start&token=\(try token(in: columns, behind: "action=\"\(path)\""))"
                for part in columns.components(separatedBy: "<select id=\"column-").dropFirst() {
                    let number = part.prefix { $0.isNumber }
                    let chosen = part.components(separatedBy: "</select>")[0].components(separatedBy: "\" selected")[0]
                    body += "&column-\(number)=\(chosen.components(separatedBy: "value=\"").last ?? "")"
                }
                #expect(try await post(path, body).location == path)
                for _ in 0..<600 {
                    if try await get("\(path)/progress").page.contains("data-done") { return }
                    try await Task.sleep(for: .milliseconds(20))
                }
                Issue.record("the file was not screened within 12 seconds")
            }

            private func fields(_ type: String?) -> HTTPFields {
                var fields = HTTPFields()
                fields[.contentType] = type
                fields[.cookie] = cookie
                return fields
            }
        }

        @Test("A file is looked at, screened, filtered, gone through and taken home, and its decisions are in the log")
        func wholeWay() async throws {
            let service = try SampleService()
            try await service.test { client in
                let browser = Browser(client: client)
                let path = try await browser.screened(Self.file)
                let page = try await browser.get(path).page
                #expect(page.contains("<b>5</b>行") && page.contains("<b>1</b><a href=\"#rejected\">无法读取"))
                #expect(page.contains("深圳前海<mark>RWA</mark>数字科技有限公司"))
                #expect(page.contains("有5格，而表头只有3列"))
                #expect(!page.contains("上海晨曦"))
                // The graver verdict stands first; the rows of one come as in the file.
                let order = ["前海", "大渡", "历山"].compactMap { page.range(of: $0)?.lowerBound }
                #expect(order.count == 3 && order == order.sorted())

                #expect(try await !browser.get("\(path)?verdict=review").page.contains("前海"))
                #expect(try await browser.get("\(path)?q=a3").page.contains("大渡"))
                #expect(try await !browser.get("\(path)?q=a3").page.contains("历山"))
                #expect(try await browser.get("\(path)?article=yinfa-2026-42%2Fart_9").page.contains("大渡"))
                #expect(try await !browser.get("\(path)?article=yinfa-2026-42%2Fart_9").page.contains("前海<mark>"))
                #expect(try await browser.get("\(path)?verdict=%3Cscript%3E&page=99").status == .ok)

                // A disposition without its reason keeps nothing, one with it keeps both.
                let action = "action=\"\(path)/rows/0\""
                let without = try await browser.post(
                    "\(path)/rows/0",
                    "kind=false-positive&operator=wang&fragment=true&token=\(try token(in: page, behind: action))"
                )
                #expect(without.status == .ok && without.page.contains("请写明理由"))
                #expect(try await !browser.get("/decisions").page.contains("前海"))
                let kept = try await browser.post(
                    "\(path)/rows/0",
                    "kind=confirmed&operator=wang&token=\(try token(in: without.page, behind: action))"
                )
                #expect(kept.status == .seeOther && kept.location == "\(path)#row-0")
                #expect(try await browser.get("/decisions?state=confirmed").page.contains("前海"))
                #expect(try await browser.get("\(path)?state=decided").page.contains("确认（wang"))
                #expect(try await !browser.get("\(path)?state=open").page.contains("前海<mark>"))

                let table = try await browser.get("\(path)/download?format=csv").page
                #expect(table.split(separator: "\r\n").count == 4)
                #expect(table.contains("名称,经营范围,统一社会信用代码"))
                #expect(try await browser.get("\(path)/download?format=html").page.contains("</html>"))
                #expect(try await browser.get("\(path)/download?format=rejects").page.contains("坏,的,行,在,此"))
                for format in ["xlsx", "evidence"] {
                    let answer = try await client.execute(uri: "\(path)/download?format=\(format)", method: .get) { $0 }
                    #expect(answer.body.readableBytesView.starts(with: [0x50, 0x4B]))
                    #expect(answer.headers[.contentLength] == String(answer.body.readableBytes))
                }
                #expect(try await browser.get(path).page.contains("sha256:"))
            }
        }

        @Test("Columns that were guessed wrong are set right, in the words of the file's header")
        func mapping() async throws {
            try await SampleService().test { client in
                let browser = Browser(client: client)
                let first = try await browser.get("/batch").page
                let sent = try await browser.send(
                    "甲,乙\n1,前海RWA科技有限公司\n",
                    token: try token(in: first, behind: "data-drop")
                )
                let page = try await browser.get(sent.location)
                #expect(page.status == .ok && page.page.contains("没有认出名称、经营范围或简介列"))
                let token = try token(in: page.page, behind: "action=\"\(sent.location)\"")
                _ = try await browser.post(sent.location, "do=show&column-1=name&token=\(token)")
                let again = try await browser.get(sent.location).page
                #expect(again.contains("<option value=\"name\" selected>"))
                #expect(!again.contains("没有认出"))
                try await browser.start(sent.location)
                #expect(try await browser.get(sent.location).page.contains("前海<mark>RWA</mark>"))
            }
        }

        @Test("A file is its sender's alone, and a form is taken once")
        func owners() async throws {
            let (wang, first) = AccessTokens.make(role: .officer, name: "wang")
            let (li, second) = AccessTokens.make(role: .viewer, name: "li")
            try await SampleService(tokens: "\(first)\n\(second)\n").test { client in
                func browser(_ token: String) async throws -> Browser {
                    let answer = try await Browser(client: client).client.execute(
                        uri: "/login",
                        method: .post,
                        headers: [.contentType: "application/x-www-form-urlencoded"],
                        body: ByteBuffer(string: "token=\(token)")
                    ) { $0.headers[.setCookie] }
                    return Browser(client: client, cookie: answer.map { String($0.prefix { $0 != ";" }) })
                }
                let officer = try await browser(wang)
                let viewer = try await browser(li)
                let form = try token(in: try await officer.get("/batch").page, behind: "data-drop")
                #expect(try await viewer.send(Self.file, token: form).status == .forbidden)
                #expect(try await officer.send(Self.file, token: "1.2.3").status == .forbidden)
                let path = try await officer.send(Self.file, token: form).location
                #expect(try await officer.send(Self.file, token: form).status == .conflict)
                try await officer.start(path)
                for place in [path, "\(path)/progress", "\(path)/download?format=csv"] {
                    #expect(try await viewer.get(place).status == .notFound)
                }
                #expect(try await !viewer.get("/batch").page.contains("名单.csv"))
                // A viewer screens, and decides nothing.
                let own = try await viewer.screened(Self.file)
                let page = try await viewer.get(own).page
                #expect(page.contains("<mark>RWA</mark>") && !page.contains("class=\"decide"))
                #expect(try await viewer.post("\(own)/rows/0", "kind=confirmed").status == .forbidden)
            }
        }

        @Test("Files are bounded in size, in number and in time")
        func limits() async throws {
            var limits = ServiceLimits()
            limits.uploadBytes = 4096
            limits.uploads = 2
            let service = try SampleService(limits: limits)
            let shelf = service.service.uploads
            try await service.test { client in
                let browser = Browser(client: client)
                func send(_ content: String) async throws -> (status: HTTPResponse.Status, location: String) {
                    try await browser.send(
                        content,
                        token: try token(in: try await browser.get("/batch").page, behind: "data-drop")
                    )
                }
                #expect(try await send(String(repeating: "名称\n", count: 2000)).status == .contentTooLarge)
                #expect(try await send("").status == .unprocessableContent)
                let path = try await send(Self.file).location
                _ = try await send(Self.file)
                #expect(try await send(Self.file).status == .conflict)
                let folder = try #require(shelf.uploads(of: "local").first).folder.path
                #expect(FileManager.default.fileExists(atPath: folder))
                shelf.sweep(now: WallClock.now + 8 * 3600 + 1)
                #expect(!FileManager.default.fileExists(atPath: folder))
                #expect(try await browser.get(path).status == .notFound)
            }
        }

        @Test("The impact of a step from one notice to another is told by the change that causes it")
        func impact() async throws {
            try await SampleService().test { client in
                let browser = Browser(client: client)
                let page = try await browser.get("/compare").page
                let more = [("old", "yinfa-2021-237"), ("new", "yinfa-2026-42")].map {
                    "--x\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
                }.joined()
                let path = try await browser.send(
                    Self.file,
                    token: try token(in: page, behind: "data-drop"),
                    more: more
                ).location
                try await browser.start(path)
                let results = try await browser.get(path).page
                #expect(results.contains("变为命中禁止性规定") && results.contains("<mark>RWA</mark>"))
                #expect(try await browser.get("\(path)?verdict=released").page.contains("没有结论变化的记录"))
                for format in ["csv", "ndjson"] {
                    #expect(try await browser.get("\(path)/download?format=\(format)").page.contains("前海RWA"))
                }
                #expect(try await browser.get("\(path)/download?format=evidence").status == .notFound)
            }
        }

        @Test("The comparison shows the changes of one effect where it is asked to, and says what can't be compared")
        func compare() async throws {
            try await SampleService().test { client in
                let browser = Browser(client: client)
                let whole = try await browser.get("/compare?old=yinfa-2021-237&new=yinfa-2026-42").page
                let mixed = try await browser.get("/compare?old=yinfa-2021-237&new=yinfa-2026-42&effect=mixed").page
                #expect(whole.contains("class=\"change stricter\"") && whole.contains("稳定币"))
                #expect(mixed.contains("class=\"change mixed\"") && !mixed.contains("class=\"change stricter\""))
                let languages = try await browser.get("/compare?old=yinfa-2021-237%2Fen&new=yinfa-2026-42")
                #expect(languages.status == .unprocessableContent && languages.page.contains("请选择同一语言的文本"))
                #expect(try await browser.get("/compare?old=none&new=yinfa-2026-42").status == .unprocessableContent)
            }
        }

        // MARK: - Parts

        @Test("A form reads the same in one piece and byte by byte", arguments: [1, 7, 1000])
        func multipart(size: Int) throws {
            let text =
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n一\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\甲;乙.csv\"\r\n\r\n1\r\n--2\r\n--cx"
                + "\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
            let bytes = Array(text.utf8)
            var reader = try MultipartReader(contentType: "multipart/form-data; boundary=b", fieldLimit: 100)
            var fields: [String] = []
            var content: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                try reader.feed(bytes[start..<min(bytes.count, start + size)]) { event in
                    switch event {
                    case .field(let name, let value): fields.append("\(name)=\(value)")
                    case .file(let field, let name): fields.append("\(field): \(name)")
                    case .content(let part): content += part
                    }
                }
            }
            try reader.finish()
            #expect(fields == ["a=一", "file: 甲;乙.csv"])
            #expect(String(decoding: content, as: UTF8.self) == "1\r\n--2\r\n--cx\r\n")
        }

        @Test("A form that breaks off, or a field that has no end, is refused")
        func brokenMultipart() throws {
            for text in [
                "--b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", "x",
                "--b\r\nX: y\r\n\r\n1\r\n--b--",
            ] {
                #expect(throws: (any Error).self, "\(text)") {
                    var reader = try MultipartReader(contentType: "multipart/form-data; boundary=b", fieldLimit: 100)
                    try reader.feed(text.utf8) { _ in }
                    try reader.finish()
                }
            }
            var reader = try MultipartReader(contentType: "multipart/form-data; boundary=b", fieldLimit: 100)
            try reader.feed("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) { _ in }
            #expect(throws: Problem.self) { try reader.feed(String(repeating: "x", count: 200).utf8) { _ in } }
        }

        @Test(
            "A record is read back as it was kept",
            arguments: [
                Record(), Record(id: "", name: "甲\u{0}乙", scope: "👍🏽；稳定币"),
                Record(
                    id: "1",
                    name: "n",
                    otherNames: [OtherName("旧", kind: .former), OtherName("", kind: .brand)],
                    scope: "s",
                    description: "d",
                    actor: "a",
                    jurisdiction: "j",
                    approval: "p",
                    registrationStatus: "注销",
                    registrationDate: "2020-01-01"
                ),
            ]
        )
        func packing(record: Record) {
            let bytes = RecordPacking.bytes(of: record)
            #expect(RecordPacking.record(bytes[...]) == record)
            for count in 0..<bytes.count where record.otherNames.isEmpty {
                #expect(RecordPacking.record(bytes[..<count]) == nil)
            }
        }

        @Test("A long text is cut to what was found in it and some words around")
        func excerpt() {
            let filler = String(repeating: "经营范围很长", count: 40)
            let text = filler + "稳定币" + filler
            let span = TextSpan(start: filler.utf8.count, end: filler.utf8.count + 9)
            let html = MarkedExcerpt.html(text, [span])
            #expect(html.hasPrefix("…") && html.hasSuffix("…") && html.contains("<mark>稳定币</mark>"))
            #expect(html.count < 90)
            #expect(MarkedExcerpt.html("稳定币结算", [TextSpan(start: 0, end: 9)]) == "<mark>稳定币</mark>结算")
        }
    }

    /// The value of the first field called `token` behind `mark`.
    private func token(in page: String, behind mark: String) throws -> String {
        let start = try #require(page.range(of: mark), "\(mark)")
        let field = try #require(page[start.upperBound...].range(of: "name=\"token\" value=\""))
        return String(page[field.upperBound...].prefix { $0 != "\"" })
    }
#endif

#if Service
    import LegalText
    import Foundation
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import RecordModel
    import Reporting
    import RuleEngine
    import Testing
    import WebService

    struct RouteTests {
        private let json: HTTPFields = [.contentType: "application/json"]

        @Test("A check answers what the command line prints")
        func check() async throws {
            let sample = try SampleService()
            let pack = try sample.service.engine.state.pack()
            let record = Record(name: "深圳前海RWA数字科技有限公司")
            var scratch = EvaluationScratch()
            let verdict = pack.pack.verdict(on: record, scratch: &scratch)
            let writer = VerdictJSON(packs: [pack.identity], language: .zh)
            let expected = writer.document(record, verdict).indented + "\n"
            try await sample.test { client in
                let body = ByteBuffer(string: #"{"name":"深圳前海RWA数字科技有限公司"}"#)
                let response = try await client.execute(uri: "/v1/check", method: .post, headers: json, body: body)
                #expect(response.status == .ok)
                #expect(String(buffer: response.body) == expected)
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
            }
        }

        @Test("Routes and their description are the same")
        func description() async throws {
            let sample = try SampleService()
            let routes = sample.service.table.routes
            try await sample.test { client in
                let response = try await client.execute(uri: "/openapi.json", method: .get)
                let document = try JSONReader.read(Array(buffer: response.body), nesting: 20)
                guard case .object(let paths)? = document["paths"] else {
                    Issue.record("there are no paths")
                    return
                }
                var described: Set<String> = []
                for path in paths {
                    guard case .object(let methods) = path.value else { continue }
                    for method in methods { described.insert("\(method.key.uppercased()) \(path.key)") }
                }
                let served = routes.filter { $0.audience == .program }.map {
                    "\($0.method.rawValue) \($0.path.replacing("+}", with: "}"))"
                }
                #expect(described == Set(served))
            }
        }

        @Test(
            "Requests that can't be answered are told why",
            arguments: [
                ("DELETE /v1/check", "", 405, "request/method"),
                ("GET /nothing", "", 404, "request/not-found"),
                ("GET /v1/check?name=a&x=1", "", 400, "request/query"),
                ("GET /v1/check?name=%FF", "", 400, "request/malformed"),
                ("GET /v1/check", "", 422, "record/nothing-to-screen"),
                ("GET /v1/check?name=a&as-of=tomorrow", "", 400, "request/query"),
                ("GET /v1/check?name=a&pack=none", "", 404, "rules/unknown-pack"),
                ("GET /v1/check?name=a&why-not=none", "", 404, "rules/unknown-rule"),
                ("GET /v1/notices/..%2F..%2Fetc%2Fpasswd", "", 404, "corpus/unknown-notice"),
                ("GET /v1/rules/none", "", 404, "rules/unknown-rule"),
                ("GET /v1/diff?old=yinfa-2021-237", "", 400, "request/query"),
                ("GET /v1/diff?old=yinfa-2021-237/zh&new=yinfa-2026-42/en", "", 409, "diff/languages"),
                ("POST /v1/check", "{\"name\":\"a\"", 400, "json/syntax"),
                ("POST /v1/check", "{\"name\":\"a\",\"name\":\"b\"}", 400, "json/duplicate-key"),
                ("POST /v1/check", String(repeating: "[", count: 50_000), 400, "json/too-deep"),
                ("POST /v1/check", "{\"title\":\"a\"}", 422, "record/unknown-member"),
                ("POST /v1/check", "{\"name\":1}", 422, "record/wrong-kind"),
                ("POST /v1/check", "{}", 422, "record/nothing-to-screen"),
                ("GET /v1/decisions/none", "", 404, "log/unknown"),
            ]
        )
        func refusals(_ line: String, _ body: String, _ status: Int, _ id: String) async throws {
            let parts = line.split(separator: " ").map(String.init)
            let method = try #require(HTTPRequest.Method(parts[0]))
            try await SampleService().test { client in
                let response = try await client.execute(
                    uri: parts[1],
                    method: method,
                    headers: json,
                    body: body.isEmpty ? nil : ByteBuffer(string: body)
                )
                #expect(response.status.code == status)
                let document = try JSONReader.read(Array(buffer: response.body), nesting: 4)
                #expect(document["id"] == .string(id))
                #expect(response.headers[.contentType] == "application/problem+json; charset=utf-8")
            }
        }

        @Test("A batch answers verdicts, rejected rows and a summary in order")
        func batch() async throws {
            let lines = """
                {"id":"1","name":"深圳前海RWA数字科技有限公司"}
                {"id":"2","name":"北京煤矿机械有限公司"}
                {"id":"3","name":
                {"id":"4","scope":"比特币矿机销售及托管"}
                """
            try await SampleService().test { client in
                let response = try await client.execute(
                    uri: "/v1/screen",
                    method: .post,
                    headers: [.contentType: "application/x-ndjson"],
                    body: ByteBuffer(string: lines)
                )
                #expect(response.status == .ok)
                let answered = try String(buffer: response.body).split(separator: "\n").map { line in
                    try JSONReader.read(Array(line.utf8), nesting: 20)
                }
                #expect(
                    answered.map { $0["schema"] } == [
                        .string("hegui/verdict/1"), .string("hegui/rejected/1"), .string("hegui/verdict/1"),
                        .string("hegui/summary/1"),
                    ]
                )
                #expect(answered.map { $0["row"] } == [.number("1"), .number("3"), .number("4"), nil])
                #expect(answered.last?["summary"]?["rows"] == .number("4"))
            }
        }

        @Test("A decision is kept, and what becomes of it")
        func decisions() async throws {
            try await SampleService().test { client in
                let body = ByteBuffer(string: #"{"name":"深圳前海RWA数字科技有限公司"}"#)
                let made = try await client.execute(uri: "/v1/decisions", method: .post, headers: json, body: body)
                #expect(made.status == .created)
                let place = try #require(made.headers[.location])
                let found = try await client.execute(uri: place, method: .get)
                #expect(found.body == made.body)
                let waiver = ByteBuffer(string: #"{"kind":"waived","day":"2030-01-01","note":"…"}"#)
                let refused = try await client.execute(
                    uri: place + "/dispositions",
                    method: .post,
                    headers: json,
                    body: waiver
                )
                #expect(refused.status == .conflict)
                let due = ByteBuffer(string: #"{"kind":"rectification-due","day":"2030-01-01"}"#)
                let taken = try await client.execute(
                    uri: place + "/dispositions",
                    method: .post,
                    headers: json,
                    body: due
                )
                #expect(taken.status == .created)
                for body in [#"{"kind":"rectification-due","day":"2001-01-01"}"#, #"{"kind":"lost"}"#, #"{"kind":1}"#] {
                    let wrong = try await client.execute(
                        uri: place + "/dispositions",
                        method: .post,
                        headers: json,
                        body: ByteBuffer(string: body)
                    )
                    #expect(wrong.status == .unprocessableContent)
                    #expect(try JSONReader.read(Array(buffer: wrong.body), nesting: 4)["id"] == .string("log/invalid"))
                }
                let list = try await client.execute(uri: "/v1/decisions?state=rectification-due", method: .get)
                let document = try JSONReader.read(Array(buffer: list.body), nesting: 20)
                guard case .array(let decisions)? = document["decisions"] else {
                    Issue.record("there is no list")
                    return
                }
                #expect(decisions.count == 1)
            }
        }
    }
#endif

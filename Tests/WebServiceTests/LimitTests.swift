#if Service
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import Reporting
    import Testing
    import WebService

    struct LimitTests {
        private let lines: HTTPFields = [.contentType: "application/x-ndjson"]
        private let json: HTTPFields = [.contentType: "application/json"]
        private let record = ByteBuffer(string: #"{"name":"深圳前海RWA数字科技有限公司"}"#)

        @Test(
            "Beyond the batches that may run, a caller is told when to come again",
            arguments: ["/v1/screen", "/v1/impact"]
        )
        func batches(path: String) async throws {
            var limits = ServiceLimits()
            limits.batches = 0
            try await SampleService(limits: limits).test { client in
                let uri = path == "/v1/impact" ? path + "?old=yinfa-2021-237&new=yinfa-2026-42" : path
                let response = try await client.execute(uri: uri, method: .post, headers: lines, body: record)
                #expect(response.status == .tooManyRequests)
                #expect(response.headers[.retryAfter] == "5")
                #expect(try id(response) == .string("service/batches"))
                // Single checks go on.
                let check = try await client.execute(uri: "/v1/check", method: .post, headers: json, body: record)
                #expect(check.status == .ok)
            }
        }

        @Test("Beyond the requests that are worked on, a caller is told when to come again")
        func requests() async throws {
            var limits = ServiceLimits()
            limits.requests = 0
            try await SampleService(limits: limits).test { client in
                let response = try await client.execute(uri: "/v1/rules", method: .get)
                #expect(response.status == .serviceUnavailable)
                #expect(response.headers[.retryAfter] == "1")
                #expect(try id(response) == .string("service/busy"))
            }
        }

        @Test("A batch has no more rows, a row and a body no more bytes than it may")
        func sizes() async throws {
            var limits = ServiceLimits()
            (limits.batchRows, limits.recordBytes, limits.bodyBytes) = (10, 2000, 4000)
            let long = #"{"name":"\#(String(repeating: "RWA", count: 1000))"}"#
            try await SampleService(limits: limits).test { client in
                func answer(_ path: String, _ fields: HTTPFields, _ body: String) async throws -> TestResponse {
                    try await client.execute(uri: path, method: .post, headers: fields, body: ByteBuffer(string: body))
                }
                let single = try await answer("/v1/check", json, long)
                #expect(single.status == .contentTooLarge)
                let notice = try await answer(
                    "/v1/notices",
                    [.contentType: "text/plain"],
                    String(repeating: "a", count: 5000)
                )
                #expect(notice.status == .contentTooLarge)
                let row = try await answer("/v1/screen", lines, "{\"name\":\"RWA\"}\n\(long)\n{\"name\":\"RWA\"}\n")
                let answered = String(buffer: row.body).split(separator: "\n")
                #expect(answered.count == 4)
                #expect(answered[1].contains("hegui/rejected/1"))
                let many = try await answer("/v1/screen", lines, String(repeating: "{\"name\":\"RWA\"}\n", count: 11))
                let last = try #require(String(buffer: many.body).split(separator: "\n").last)
                #expect(last.contains("records/too-many"))
            }
        }

        private func id(_ response: TestResponse) throws -> JSONInput? {
            try JSONReader.read(Array(buffer: response.body), nesting: 4)["id"]
        }
    }
#endif

#if Service
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import Testing
    import WebService

    struct AccessTests {
        private let record = ByteBuffer(string: #"{"name":"北京煤矿机械有限公司"}"#)

        @Test("Tokens let their holders in, as far as their roles go")
        func roles() async throws {
            let viewer = AccessTokens.make(role: .viewer, name: "li")
            let officer = AccessTokens.make(role: .officer, name: "zhang")
            let sample = try SampleService(tokens: "# who\n\(viewer.line)\n\(officer.line)\n")
            try await sample.test { client in
                func status(_ path: String, _ method: HTTPRequest.Method, _ token: String?) async throws -> Int {
                    var headers: HTTPFields = [.contentType: "application/json"]
                    headers[.authorization] = token.map { "Bearer \($0)" }
                    let body = method == .post ? record : nil
                    return try await client.execute(uri: path, method: method, headers: headers, body: body).status.code
                }
                let asked: [(path: String, method: HTTPRequest.Method, token: String?, expected: Int)] = [
                    ("/healthz", .get, nil, 200),
                    ("/v1/check", .post, nil, 401),
                    ("/v1/check", .post, viewer.token, 200),
                    ("/v1/check", .post, viewer.token + "A", 401),
                    ("/v1/check", .post, String(viewer.token.dropLast()) + "~", 401),
                    ("/v1/decisions", .post, viewer.token, 403),
                    ("/v1/decisions", .post, officer.token, 201),
                ]
                for request in asked {
                    let found = try await status(request.path, request.method, request.token)
                    #expect(found == request.expected, "\(request.path)")
                }
            }
        }

        @Test("A page of another site changes nothing, whatever browser it is in")
        func sites() async throws {
            try await SampleService().test { client in
                for (name, value, expected) in [
                    ("Origin", "http://evil.example", 403), ("Origin", "null", 403),
                    ("Sec-Fetch-Site", "cross-site", 403), ("Sec-Fetch-Site", "same-site", 403),
                    ("Sec-Fetch-Site", "same-origin", 201),
                ] {
                    var headers: HTTPFields = [.contentType: "application/json"]
                    headers[try #require(HTTPField.Name(name))] = value
                    let response = try await client.execute(
                        uri: "/v1/decisions",
                        method: .post,
                        headers: headers,
                        body: record
                    )
                    #expect(response.status.code == expected, "\(name): \(value)")
                }
            }
        }

        @Test("A form is taken once, and only from whom it was given to")
        func forms() throws {
            let forms = FormTokens()
            let token = forms.token(for: "a", now: 1000)
            #expect(throws: Problem.self) { try forms.redeem(token, of: "b", now: 1001) }
            #expect(throws: Problem.self) { try forms.redeem(token + "0", of: "a", now: 1001) }
            #expect(throws: Problem.self) { try forms.redeem(nil, of: "a", now: 1001) }
            #expect(throws: Problem.self) { try FormTokens().redeem(token, of: "a", now: 1001) }
            try forms.redeem(token, of: "a", now: 1001)
            #expect(throws: Problem.self) { try forms.redeem(token, of: "a", now: 1002) }
            let late = forms.token(for: "a", now: 1000)
            #expect(throws: Problem.self) { try forms.redeem(late, of: "a", now: 1000 + 13 * 3600) }
        }

        @Test("The service doesn't run where strangers could use it")
        func refusals() {
            var settings = ServiceSettings(host: "0.0.0.0", store: "x", currentPack: "p", version: "1")
            #expect(settings.refusal?.contains("--token-file") == true)
            settings.tokenFile = "tokens"
            #expect(settings.refusal?.contains("--tls-certificate") == true)
            settings.isBehindProxy = true
            #expect(settings.refusal == nil)
            settings.host = "127.0.0.1"
            settings.tokenFile = nil
            #expect(settings.refusal?.contains("--behind-proxy") == true)
            settings.isBehindProxy = false
            #expect(settings.refusal == nil)
        }
    }
#endif

#if Service
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import LegalText
    import NoticeComparison
    import NoticeCorpus
    import Reporting
    import RuleEngine
    import Screening
    import Testing
    import WebService

    @Suite("The impact of one notice against another")
    struct ImpactTests {
        private let path = "/v1/impact?old=yinfa-2021-237&new=yinfa-2026-42"
        private let fields: HTTPFields = [.contentType: "application/x-ndjson"]

        /// Records of which some change and one can't be read.
        private static let records = (0..<400).map { number in
            switch number % 4 {
            case 0: #"{"id":"\#(number)","name":"深圳前海RWA\#(number)数字科技有限公司"}"#
            case 1: #"{"id":"\#(number)","scope":"稳定币发行\#(number)；软件开发"}"#
            case 2: #"{"id":"\#(number)","name":"北京煤矿机械有限公司"}"#
            default: number == 203 ? #"{"id":"203","name":"# : #"{"id":"\#(number)","scope":"比特币矿机销售及托管"}"#
            }
        }
        .joined(separator: "\n")

        /// What the command line makes of the same records: a line each, and the counts.
        private static func expected(_ state: EngineState) async throws -> (lines: [String], document: JSONValue) {
            let packs = (try state.pack("yinfa-2021-237"), try state.pack("yinfa-2026-42"))
            let texts = (try state.text("yinfa-2021-237"), try state.text("yinfa-2026-42"))
            let comparison = NoticeComparer(variants: VariantCharacters()).compare(
                texts.0.notice,
                texts.1.notice,
                uncertainOld: texts.0.uncertainSpans,
                uncertainNew: texts.1.uncertainSpans
            )
            let screener = ImpactScreener(
                packs.0.pack,
                packs.1.pack,
                locator: ChangeLocator(
                    comparison,
                    oldClauses: packs.0.pack.clauses(in: texts.0),
                    newClauses: packs.1.pack.clauses(in: texts.1)
                ),
                workers: 1
            )
            let report = ImpactReport(
                comparison,
                packs: [packs.0.identity, packs.1.identity],
                difference: screener.difference,
                language: .zh,
                namesFiles: false
            )
            let input = FedInput()
            input.feed(Array(records.utf8))
            input.finish()
            var reader = try RecordReader(fedBy: input, path: "body", options: RecordReadingOptions(format: .ndjson))
            var impact = Impact(samples: 3)
            var lines: [String] = []
            _ = try await screener.run(&reader) { part in
                impact.add(part)
                lines += part.rows.map(report.line)
            }
            return (lines, report.document(impact))
        }

        @Test("Lines come in the order of the records, and are those of the command line")
        func lines() async throws {
            let sample = try SampleService()
            let expected = try await Self.expected(sample.service.engine.state)
            #expect(expected.lines.count > 100)
            try await sample.test { client in
                let response = try await client.execute(
                    uri: path,
                    method: .post,
                    headers: fields,
                    body: ByteBuffer(string: Self.records)
                )
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "application/x-ndjson; charset=utf-8")
                let found = String(buffer: response.body).split(separator: "\n").map { "\($0)\n" }
                let rejected = found.filter { $0.contains("hegui/rejected/1") }
                #expect(rejected.count == 1)
                #expect(found.firstIndex { $0.contains("hegui/rejected/1") } != 0)
                #expect(found.dropLast().filter { !$0.contains("hegui/rejected/1") } == expected.lines)
                #expect(found.last == expected.document.compact + "\n")
            }
        }

        @Test("As JSON the counts come alone")
        func counts() async throws {
            let sample = try SampleService()
            let expected = try await Self.expected(sample.service.engine.state)
            try await sample.test { client in
                var headers = fields
                headers[.accept] = "application/json, application/x-ndjson;q=0.5"
                let response = try await client.execute(
                    uri: path,
                    method: .post,
                    headers: headers,
                    body: ByteBuffer(string: Self.records)
                )
                #expect(String(buffer: response.body) == expected.document.indented + "\n")
            }
        }

        @Test(
            "Notices that can't be compared are refused",
            arguments: [
                ("new=yinfa-2026-42", 400, "request/query"),
                ("old=yinfa-2021-237&as-of=2024-01-01&new=yinfa-2026-42", 400, "request/query"),
                ("old=none&new=yinfa-2026-42", 404, "rules/unknown-pack"),
                ("old=yinfa-2021-237&new=yinfa-2026-42/en", 409, "diff/languages"),
                ("as-of=1990-01-01&new=yinfa-2026-42", 404, "as-of/none"),
            ]
        )
        func refusals(query: String, status: Int, id: String) async throws {
            try await SampleService().test { client in
                let response = try await client.execute(
                    uri: "/v1/impact?\(query)",
                    method: .post,
                    headers: fields,
                    body: ByteBuffer(string: Self.records)
                )
                #expect(response.status.code == status)
                let document = try JSONReader.read(Array(buffer: response.body), nesting: 4)
                #expect(document["id"] == .string(id))
            }
        }

        @Test("By a day the old notice is the one that was in force")
        func asOf() async throws {
            try await SampleService().test { client in
                func answer(_ query: String) async throws -> ByteBuffer {
                    try await client.execute(
                        uri: "/v1/impact?\(query)",
                        method: .post,
                        headers: fields,
                        body: ByteBuffer(string: Self.records)
                    ).body
                }
                let named = try await answer("old=yinfa-2021-237&new=yinfa-2026-42")
                #expect(try await answer("as-of=2024-01-01&new=yinfa-2026-42") == named)
            }
        }
    }
#endif

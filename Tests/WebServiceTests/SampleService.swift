#if Service
    import DecisionLog
    import Foundation
    import Hummingbird
    import HummingbirdTesting
    import Logging
    import NoticeComparison
    import NoticeCorpus
    import RuleEngine
    import WebService

    /// The service with the rules of the project and a log of its own, in this process.
    struct SampleService {
        let service: ScreeningService
        private let folder: URL

        /// The rules, compiled once for all tests.
        private static let state: EngineState? = try? {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let corpus = try NoticeCorpus.load(from: root.appending(path: "corpus"))
            let rules = RuleFolder(rules: root.appending(path: "rules"), corpus: corpus)
            let packs = try rules.packIDs.map { id in
                let contents = try rules.contents(of: id)
                return LoadedPack(
                    try rules.pack(id),
                    contents: contents.pack,
                    lexicon: contents.lexicon,
                    workers: 2
                )
            }
            return EngineState(
                corpus: corpus,
                packs: packs,
                currentPack: "yinfa-2026-42",
                variants: VariantCharacters()
            )
        }()

        /// The rules can't be used.
        struct NoRules: Error {}

        /// Makes a service; `tokens` are the lines of its file of tokens.
        init(tokens: String? = nil, limits: ServiceLimits = ServiceLimits()) throws {
            guard let state = Self.state else { throw NoRules() }
            folder = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var settings = ServiceSettings(
                store: folder.path(percentEncoded: false),
                currentPack: "yinfa-2026-42",
                version: "test"
            )
            settings.limits = limits
            if let tokens {
                let file = folder.appending(path: "tokens")
                try tokens.write(to: file, atomically: true, encoding: .utf8)
                settings.tokenFile = file.path(percentEncoded: false)
            }
            let pages = try PageRoutes()
            service = try ScreeningService(
                settings: settings,
                engine: Engine { state },
                decisions: DecisionStore(folder: settings.store, .create),
                threads: WorkThreads(count: 2),
                groups: ServiceRoutes.all + [pages],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                problemPage: pages.problemPage
            )
        }

        /// Runs `body` with a client of the service, then takes the log away.
        func test<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
            defer { try? FileManager.default.removeItem(at: folder) }
            return try await ServiceServer.application(service).test(.router, body)
        }
    }
#endif

#if Service
    import ArgumentParser
    import DecisionLog
    import Foundation
    import Glibc
    import Logging
    import WebService

    extension Hegui {
        /// Serves the API and the pages.
        struct Serve: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Serve the API, which screens, reads and compares, with a log of decisions.",
                discussion: """
                    Every setting may stand in the configuration file too; options come before it.

                    Without a file of tokens only this machine is served, and whoever uses it is the officer. On any other \
                    address a file of tokens is needed, and TLS or a proxy that speaks it (--behind-proxy).

                    SIGHUP reads rules, notices and tokens anew, all of them or none; SIGTERM and SIGINT finish what was \
                    begun. The API is described at /openapi.json.

                    Example:
                      hegui serve --store decisions
                      hegui token officer zhang >> tokens
                      hegui serve --config /etc/hegui/hegui.yaml --print-config
                      hegui serve --store decisions --host 0.0.0.0 --token-file tokens --tls-certificate c.pem --tls-key k.pem
                    """
            )

            @Option(help: ServiceSetting.store.help("folder"))
            var store: String?

            @Option(help: ServiceSetting.host.help("address"))
            var host: String?

            @Option(help: ServiceSetting.port.help("port"))
            var port: Int?

            @Option(help: ServiceSetting.tokenFile.help("file"))
            var tokenFile: String?

            @Option(help: ServiceSetting.tlsCertificate.help("file"))
            var tlsCertificate: String?

            @Option(help: ServiceSetting.tlsKey.help("file"))
            var tlsKey: String?

            @Flag(inversion: .prefixedNo, help: ServiceSetting.behindProxy.help(""))
            var behindProxy: Bool?

            @Option(help: ServiceSetting.logFormat.help("format"))
            var logFormat: ServiceSettings.LogFormat?

            @Option(help: ServiceSetting.logLevel.help("level"))
            var logLevel: Logger.Level?

            @Flag(inversion: .prefixedNo, help: ServiceSetting.logRecords.help(""))
            var logRecords: Bool?

            @Flag(help: "Print the configuration that holds, each setting with its reason, and serve nothing.")
            var printConfig = false

            @OptionGroup(title: "Limits") var limits: LimitOptions
            @OptionGroup var data: DataOptions

            func validate() throws {
                guard (0...65535).contains(port ?? 0) else {
                    throw ValidationError("--port must be \(ServiceSetting.port.expectation).")
                }
            }

            /// What the file says, with the options above it.
            private func configuration() throws(CommandFailure) -> Configuration {
                var configuration = try data.configuration()
                configuration.override(Settings.data, data.data)
                configuration.override(ServiceSetting.store, store)
                configuration.override(ServiceSetting.host, host)
                configuration.override(ServiceSetting.port, port)
                configuration.override(ServiceSetting.tokenFile, tokenFile)
                configuration.override(ServiceSetting.tlsCertificate, tlsCertificate)
                configuration.override(ServiceSetting.tlsKey, tlsKey)
                configuration.override(ServiceSetting.behindProxy, behindProxy)
                configuration.override(ServiceSetting.logFormat, logFormat)
                configuration.override(ServiceSetting.logLevel, logLevel)
                configuration.override(ServiceSetting.logRecords, logRecords)
                limits.override(&configuration)
                return configuration
            }

            func run() async throws {
                let configuration = try configuration()
                if printConfig {
                    try ResultOutput.standard.write(configuration.text())
                    return
                }
                let shelf = try data.folder(configuration)
                let settings = try ServiceSettings(configuration, currentPack: shelf.standardPack)
                let logger = Logger(label: "hegui") { _ in
                    ServiceLog(format: settings.logFormat, level: settings.logLevel)
                }
                let workers = ProcessInfo.processInfo.activeProcessorCount
                let server: ServiceServer
                let service: ScreeningService
                do {
                    let engine = try Engine { try shelf.engineState(workers: workers) }
                    let pages = try PageRoutes()
                    service = try ScreeningService(
                        settings: settings,
                        engine: engine,
                        decisions: try DecisionStore(folder: settings.store, .create),
                        threads: WorkThreads(count: workers),
                        groups: ServiceRoutes.all + [pages],
                        logger: logger,
                        problemPage: pages.problemPage
                    )
                    server = try ServiceServer(service) { port in
                        logger.notice(
                            "listening",
                            metadata: ["host": .string(settings.host), "port": .string(String(port))]
                        )
                    }
                } catch let failure as CommandFailure {
                    throw failure
                } catch let failure as DecisionStoreError {
                    throw CommandFailure(located: failure.description)
                } catch let failure as AccessTokens.Failure {
                    throw CommandFailure(located: failure.description)
                } catch {
                    throw CommandFailure("\(error)")
                }
                let stops = StopCount()
                Interruption.hand { number in
                    if number == SIGHUP {
                        service.reload()
                        return true
                    }
                    // Who asks twice doesn't want to wait.
                    guard stops.next() == 1 else { return false }
                    Task { await server.stop() }
                    return true
                }
                do {
                    try await server.run()
                } catch {
                    throw CommandFailure("the service ended: \(error)")
                }
                // Nothing of the log lies in files beside it now; where that can't be, the next start takes it in.
                try? service.decisions.close()
            }
        }
    }

    extension ServiceSettings {
        /// The settings of a configuration.
        ///
        /// - Throws: ``CommandFailure`` where they don't go together, or the store is missing.
        init(_ configuration: Configuration, currentPack: String) throws(CommandFailure) {
            guard let store = configuration[ServiceSetting.store] else {
                let file = configuration.path.map { ", or 'store' under 'serve' in \($0)" } ?? ""
                throw CommandFailure("expected --store\(file): the folder of the decision log")
            }
            self.init(store: store, currentPack: currentPack, version: Hegui.version)
            host = configuration[ServiceSetting.host] ?? host
            port = configuration[ServiceSetting.port] ?? port
            tokenFile = configuration[ServiceSetting.tokenFile]
            isBehindProxy = configuration[ServiceSetting.behindProxy] ?? isBehindProxy
            logFormat = configuration[ServiceSetting.logFormat] ?? logFormat
            logLevel = configuration[ServiceSetting.logLevel] ?? logLevel
            logsRecords = configuration[ServiceSetting.logRecords] ?? logsRecords
            limits = ServiceLimits(configuration)
            let (chain, key) = (configuration[ServiceSetting.tlsCertificate], configuration[ServiceSetting.tlsKey])
            guard (chain == nil) == (key == nil) else {
                throw CommandFailure("--tls-certificate and --tls-key go together")
            }
            certificate = chain.flatMap { chain in key.map { (chain, $0) } }
            if let refusal { throw CommandFailure(refusal) }
        }
    }
#endif

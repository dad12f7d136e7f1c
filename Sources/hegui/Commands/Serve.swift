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
                    Without a file of tokens only this machine is served, and whoever uses it is the officer. On any other \
                    address a file of tokens is needed, and TLS or a proxy that speaks it (--behind-proxy).

                    SIGHUP reads rules, notices and tokens anew, all of them or none; SIGTERM and SIGINT finish what was \
                    begun. The API is described at /openapi.json.

                    Example:
                      hegui serve --store decisions
                      hegui token officer zhang >> tokens
                      hegui serve --store decisions --host 0.0.0.0 --token-file tokens --tls-certificate c.pem --tls-key k.pem
                    """
            )

            @Option(
                help: ArgumentHelp("The folder of the decision log, made where it isn't there.", valueName: "folder")
            )
            var store: String

            @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
            var host = "127.0.0.1"

            @Option(help: "The port to listen on; 0 for any that is free.")
            var port = 8042

            @Option(
                help: ArgumentHelp("The tokens that let people in, as 'hegui token' makes them.", valueName: "file")
            )
            var tokenFile: String?

            @Option(help: ArgumentHelp("The certificate chain for TLS (PEM).", valueName: "file"))
            var tlsCertificate: String?

            @Option(help: ArgumentHelp("The key of the certificate (PEM).", valueName: "file"))
            var tlsKey: String?

            @Flag(help: "A proxy before the service speaks TLS with its callers.")
            var behindProxy = false

            @Option(help: "How log lines are written: text or json.")
            var logFormat = ServiceSettings.LogFormat.text

            @Option(help: "The least level that is logged: trace, debug, info, notice, warning, error or critical.")
            var logLevel = Logger.Level.info

            @Flag(help: "Log what is screened, too; otherwise no record stands in the log.")
            var logRecords = false

            @OptionGroup(title: "Limits") var limits: LimitOptions
            @OptionGroup var data: DataOptions

            func validate() throws {
                guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
                if (tlsCertificate == nil) != (tlsKey == nil) {
                    throw ValidationError("--tls-certificate and --tls-key go together.")
                }
                if let refusal = settings.refusal { throw ValidationError(refusal) }
            }

            private var settings: ServiceSettings {
                var settings = ServiceSettings(
                    host: host,
                    port: port,
                    store: store,
                    currentPack: ScreeningOptions.currentPack,
                    version: Hegui.version
                )
                settings.tokenFile = tokenFile
                settings.certificate = tlsCertificate.flatMap { chain in tlsKey.map { (chain, $0) } }
                settings.isBehindProxy = behindProxy
                settings.logFormat = logFormat
                settings.logLevel = logLevel
                settings.logsRecords = logRecords
                settings.limits = limits.limits
                return settings
            }

            func run() async throws {
                let settings = settings
                let shelf = try data.folder()
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
#endif

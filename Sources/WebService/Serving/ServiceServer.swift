#if Service
    package import Hummingbird
    import HummingbirdCore
    internal import HummingbirdTLS
    import Logging
    import NIOCore
    import ServiceLifecycle

    /// The server that listens for the service.
    package struct ServiceServer: Sendable {
        private let service: ScreeningService
        private let group: ServiceGroup

        /// Creates a server; `onListening` is told the port when it listens.
        ///
        /// - Throws: What is wrong with the certificate or its key.
        package init(
            _ service: ScreeningService,
            onListening: @escaping @Sendable (Int) -> Void = { _ in }
        ) throws {
            self.service = service
            let application = try Self.application(service, onListening: onListening)
            var configuration = ServiceGroupConfiguration(services: [application], logger: service.logger)
            configuration.maximumGracefulShutdownDuration = service.settings.limits.stopTime
            configuration.maximumCancellationDuration = .seconds(5)
            group = ServiceGroup(configuration: configuration)
        }

        /// The application that Hummingbird runs.
        package static func application(
            _ service: ScreeningService,
            onListening: @escaping @Sendable (Int) -> Void = { _ in }
        ) throws -> Application<ServiceResponder> {
            let settings = service.settings
            let limits = settings.limits
            var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
            decoder.maxHeaderFieldSize = limits.headerBytes
            decoder.maxHeaderListSize = limits.headerBytes
            decoder.maxHeaderFieldCount = 100
            let plain = HTTPServerBuilder.http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [ConnectionGuard(service)],
                    idleTimeout: TimeAmount(limits.idleTime),
                    httpDecoderConfiguration: decoder
                )
            )
            let server =
                try settings.certificate.map { files in
                    try HTTPServerBuilder.tls(plain, tlsConfiguration: try tls(files.chain, files.key))
                } ?? plain
            return Application(
                responder: ServiceResponder(service),
                server: server,
                configuration: ApplicationConfiguration(
                    address: .hostname(settings.host, port: settings.port),
                    // Room for those who are told that there is none.
                    availableConnectionsDelegate: .maximum(limits.connections + 64, logger: service.logger)
                ),
                onServerRunning: { channel in onListening(channel.localAddress?.port ?? settings.port) },
                logger: service.logger
            )
        }

        private static func tls(_ chain: String, _ key: String) throws -> TLSConfiguration {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(chain).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
            )
            configuration.minimumTLSVersion = .tlsv12
            return configuration
        }

        /// Serves until it is told to stop.
        package func run() async throws {
            let sweeping = Task { [uploads = service.uploads] in await uploads.keepSweeping() }
            defer {
                sweeping.cancel()
                service.uploads.removeAll()
            }
            try await group.run()
        }

        /// Takes nothing more on and finishes what was begun, as long as that may take.
        package func stop() async {
            service.beginStopping()
            await group.triggerGracefulShutdown()
        }
    }
#endif

#if Service
    package import Logging

    /// How the service is run.
    package struct ServiceSettings: Sendable {
        /// The address that the service listens on.
        package var host: String

        /// The port; 0 takes any that is free.
        package var port: Int

        /// The folder that holds what the service must not lose.
        package var store: String

        /// The file of tokens; without one, whoever reaches the service is the local officer.
        package var tokenFile: String?

        /// The files of the certificate chain and of its key, both in PEM.
        package var certificate: (chain: String, key: String)?

        /// Whether a proxy stands before the service that speaks TLS with its callers.
        package var isBehindProxy = false

        /// How log lines are written.
        package var logFormat = LogFormat.text

        /// The least level of what is logged.
        package var logLevel = Logger.Level.info

        /// Whether what callers send may stand in the log.
        package var logsRecords = false

        /// The rules that are used where a request names none.
        package var currentPack: String

        /// The version of the program.
        package var version: String

        /// What the service refuses to take, keep or wait for.
        package var limits = ServiceLimits()

        /// Creates the usual settings.
        package init(host: String = "127.0.0.1", port: Int = 8042, store: String, currentPack: String, version: String)
        {
            self.host = host
            self.port = port
            self.store = store
            self.currentPack = currentPack
            self.version = version
        }

        /// How log lines are written.
        package enum LogFormat: String, Sendable, CaseIterable {
            /// Words for a person.
            case text
            /// One JSON object a line.
            case json
        }
    }

    extension ServiceSettings {
        /// Whether only programs on this machine reach the service.
        package var isLocal: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

        /// Why the service mustn't run like this, in English, or `nil` where it may.
        ///
        /// Whoever reaches the service without a token is an officer, so nobody from elsewhere may; and a token that crosses a
        /// network in the clear is everybody's.
        package var refusal: String? {
            if isBehindProxy, tokenFile == nil {
                return "--behind-proxy lets people from elsewhere in; expected --token-file too"
            }
            guard !isLocal else { return nil }
            if tokenFile == nil { return "'\(host)' is not a loopback address; expected --token-file" }
            if certificate == nil, !isBehindProxy {
                return "'\(host)' is not a loopback address, and tokens must not cross a network in the clear; "
                    + "expected --tls-certificate and --tls-key, or --behind-proxy where a proxy speaks TLS"
            }
            return nil
        }
    }
#endif

#if Service
    import LegalText
    import Logging
    import WebService

    /// The settings of `hegui serve` but for its limits.
    enum ServiceSetting {
        static let store = Setting.path(
            "store",
            in: .serve,
            example: "/var/lib/hegui",
            reason: LocalizedText(
                zh: "决定日志所在文件夹，没有则新建。不得放在网络文件系统上，锁在其上不可靠。",
                en: "The folder of the decision log, made where it isn't there; not on a network file system, "
                    + "where locks don't "
                    + "hold."
            )
        )

        static let host = Setting.text(
            "host",
            in: .serve,
            expecting: "an address to listen on",
            standard: "127.0.0.1",
            reason: LocalizedText(
                zh: "监听地址。默认只有本机可以访问；其他地址须设 token-file，并设 TLS 或前置代理。",
                en: "The address to listen on: by default only this machine is served; any other needs a token "
                    + "file, and TLS or a "
                    + "proxy."
            )
        )

        static let port = Setting.number(
            "port",
            in: .serve,
            0...65535,
            standard: 8042,
            reason: LocalizedText(
                zh: "监听端口；0 为任一空闲端口。1024 以下须有特权，随附的系统服务没有。",
                en: "The port to listen on, 0 for any that is free; those below 1024 need a privilege that the "
                    + "packaged unit hasn't "
                    + "got."
            )
        )

        static let tokenFile = Setting.path(
            "token-file",
            in: .serve,
            example: "/etc/hegui/tokens",
            reason: LocalizedText(
                zh: "令牌文件，由 hegui token 生成。没有它，凡能访问者均为本机经办人。",
                en: "The tokens that let people in, as 'hegui token' makes them; without it, whoever reaches "
                    + "the service is the local "
                    + "officer."
            )
        )

        static let tlsCertificate = Setting.path(
            "tls-certificate",
            in: .serve,
            example: "/etc/hegui/tls/chain.pem",
            reason: LocalizedText(
                zh: "TLS 证书链（PEM），与 tls-key 同设；令牌不得明文经过网络。",
                en: "The certificate chain for TLS (PEM), together with tls-key; tokens must not cross a "
                    + "network in the clear."
            )
        )

        static let tlsKey = Setting.path(
            "tls-key",
            in: .serve,
            example: "/etc/hegui/tls/key.pem",
            reason: LocalizedText(
                zh: "证书的私钥（PEM）；服务用户须能读取，他人不得读取。",
                en: "The key of the certificate (PEM), which the service's user must be able to read and nobody else."
            )
        )

        static let behindProxy = Setting.flag(
            "behind-proxy",
            in: .serve,
            reason: LocalizedText(
                zh: "服务之前有代理，由其与访问者使用 TLS。只在确有此代理时启用。",
                en: "A proxy before the service speaks TLS with its callers; only where there is one."
            )
        )

        static let logFormat = Setting.choice(
            "log-format",
            in: .serve,
            standard: ServiceSettings.LogFormat.text,
            reason: LocalizedText(
                zh: "日志写作文字，或每行一个 JSON 对象，供日志系统收集。",
                en: "How log lines are written: text for people, json for what gathers logs, one object a line."
            )
        )

        static let logLevel = Setting.choice(
            "log-level",
            in: .serve,
            standard: Logger.Level.info,
            reason: LocalizedText(
                zh: "记录的最低级别；info 每个请求一行，notice 只记启动、停止与重新读取。",
                en: "The least level that is logged: info has a line for each request, notice only starts, "
                    + "stops and reloads."
            )
        )

        static let logRecords = Setting.flag(
            "log-records",
            in: .serve,
            reason: LocalizedText(
                zh: "把所筛查的名称与经营范围也写入日志。默认不写，因日志常被更多人读到。",
                en: "Log what is screened, too; otherwise no record stands in the log, which more people read "
                    + "than the decisions."
            )
        )

        static let all: [any AnySetting] = [
            store, host, port, tokenFile, tlsCertificate, tlsKey, behindProxy, logFormat, logLevel, logRecords,
        ]
    }
#endif

// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// What the service alone needs: left out, and not even fetched, with `--disable-default-traits`.
let service = TargetDependencyCondition.when(traits: ["Service"])
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird", condition: service)
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird", condition: service)
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting",
    package: "hummingbird",
    condition: service
)
/// What Hummingbird stands on, where it is used by name: the parts of requests as they come over the wire, logging and shutdown.
let wire: [Target.Dependency] = [
    .product(name: "HummingbirdCore", package: "hummingbird", condition: service),
    .product(name: "HTTPTypes", package: "swift-http-types", condition: service),
    .product(name: "Logging", package: "swift-log", condition: service),
    .product(name: "NIOCore", package: "swift-nio", condition: service),
    .product(name: "NIOHTTP1", package: "swift-nio", condition: service),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras", condition: service),
    .product(name: "NIOPosix", package: "swift-nio", condition: service),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: service),
]
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift", condition: service)
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache", condition: service)

/// A module under `Sources`, with the settings that every module shares.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], extra: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings + extra)
}

/// The tests of one module, or of what the modules do together.
///
/// Goldens are read where they lie, and aren't built into anything.
func tests(_ name: String, _ dependencies: [Target.Dependency], goldens: Bool = false) -> Target {
    .testTarget(
        name: name,
        dependencies: ["TestSupport"] + dependencies,
        exclude: goldens ? ["Goldens"] : [],
        swiftSettings: settings
    )
}

let package = Package(
    name: "hegui",
    products: [
        .library(
            name: "Hegui",
            targets: [
                "LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeCorpus", "NoticeComparison",
                "RecordModel", "RuleEngine", "Screening",
            ]
        ),
        // Reading alone, which needs no package but this one.
        .library(
            name: "HeguiParsing",
            targets: ["LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeComparison"]
        ),
        .executable(name: "hegui", targets: ["hegui"]),
    ],
    traits: [
        .default(enabledTraits: ["Service"]),
        .trait(name: "Service", description: "`hegui serve` and `hegui log`: the HTTP service and its decision log."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Text and documents.
        module("LegalText"),
        module("MarkupReading", ["CLibXML2", "LegalText"], extra: [.strictMemorySafety()]),
        module("DocumentReading", ["LegalText", "MarkupReading"]),
        module("ArchiveReading", ["CLibArchive"], extra: [.strictMemorySafety()]),
        module("WorkbookReading", ["ArchiveReading", "MarkupReading"]),

        // Notices.
        module("NoticeModel", ["LegalText"]),
        module("NoticeParsing", ["LegalText", "DocumentReading", "NoticeModel"]),
        module("NoticeComparison", ["LegalText", "NoticeModel", "NoticeParsing"]),
        module("NoticeCorpus", ["LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", yams]),

        // Records and rules.
        module("RecordModel", ["LegalText"]),
        module("TermMatching", ["LegalText"], extra: [.strictMemorySafety()]),
        module(
            "RuleEngine",
            ["LegalText", "NoticeModel", "NoticeCorpus", "RecordModel", "TermMatching", crypto, yams]
        ),
        module(
            "Screening",
            [
                "ArchiveReading", "LegalText", "NoticeModel", "NoticeComparison", "RecordModel", "RuleEngine",
                "WorkbookReading",
            ]
        ),

        // What people see.
        module(
            "Reporting",
            [
                "CLibXLSXWriter", "LegalText", "MarkupReading", "DocumentReading", "NoticeModel", "NoticeCorpus",
                "NoticeParsing", "NoticeComparison", "RecordModel", "RuleEngine", "Screening",
            ]
        ),

        // The service.
        module("DecisionLog", ["LegalText", "RecordModel", "RuleEngine", crypto, grdb]),
        module(
            "WebService",
            [
                "ArchiveReading", "LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeCorpus",
                "NoticeComparison",
                "RecordModel", "RuleEngine", "Screening", "Reporting", "DecisionLog", crypto, hummingbird,
                hummingbirdTLS, mustache,
            ] + wire
        ),

        // The program.
        .executableTarget(
            name: "hegui",
            dependencies: [
                "ArchiveReading", "LegalText", "MarkupReading", "DocumentReading", "NoticeModel", "NoticeParsing",
                "NoticeCorpus", "NoticeComparison", "RecordModel", "RuleEngine", "Screening", "Reporting",
                argumentParser, crypto, yams,
                .target(name: "DecisionLog", condition: service), .target(name: "WebService", condition: service),
                .product(name: "Logging", package: "swift-log", condition: service),
            ],
            swiftSettings: settings
        ),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: ["LegalText", "RecordModel"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests("LegalTextTests", ["LegalText"]),
        tests("TermMatchingTests", ["LegalText", "TermMatching"]),
        tests("RuleEngineTests", ["LegalText", "NoticeModel", "NoticeCorpus", "RecordModel", "RuleEngine"]),
        tests("RulePackTests", ["LegalText", "NoticeCorpus", "RecordModel", "RuleEngine"]),
        tests("NoticeParsingTests", ["LegalText", "DocumentReading", "NoticeModel", "NoticeParsing"], goldens: true),
        tests(
            "NoticeComparisonTests",
            ["LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeComparison", "NoticeCorpus"]
        ),
        tests("NoticeCorpusTests", ["LegalText", "NoticeModel", "NoticeCorpus", yams]),
        tests("MarkupReadingTests", ["LegalText", "MarkupReading"]),
        tests("DocumentReadingTests", ["LegalText", "DocumentReading"]),
        tests("WorkbookReadingTests", ["ArchiveReading", "WorkbookReading"]),
        tests(
            "ScreeningTests",
            ["LegalText", "NoticeComparison", "NoticeCorpus", "RecordModel", "RuleEngine", "Screening"]
        ),
        tests(
            "ReportingTests",
            [
                "LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeCorpus", "RecordModel",
                "Reporting", "RuleEngine", "Screening", "WorkbookReading",
            ]
        ),
        tests("DecisionLogTests", ["LegalText", "NoticeCorpus", "RecordModel", "RuleEngine", "DecisionLog", grdb]),
        tests(
            "WebServiceTests",
            [
                "LegalText", "NoticeComparison", "NoticeCorpus", "RecordModel", "Reporting", "RuleEngine", "Screening",
                "DecisionLog", "WebService", hummingbird, hummingbirdTesting,
            ] + wire
        ),
        tests("CommandTests", ["hegui", "LegalText", "RecordModel", "Screening"], goldens: true),
        // What the documentation shows, built as outside code is: from the public declarations alone.
        .testTarget(
            name: "DocumentationTests",
            dependencies: [
                "TestSupport", "LegalText", "DocumentReading", "NoticeModel", "NoticeParsing", "NoticeComparison",
                "NoticeCorpus", "RecordModel", "RuleEngine", "Screening",
            ],
            packageAccess: false,
            swiftSettings: settings
        ),
    ]
)

// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "benchmarks",
    dependencies: [
        // Without its service, which nothing here measures.
        .package(name: "hegui", path: "..", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "NoticeBenchmarks",
            dependencies: ["Measuring", .product(name: "HeguiParsing", package: "hegui")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "RuleBenchmarks",
            dependencies: ["Measuring", .product(name: "Hegui", package: "hegui")],
            swiftSettings: settings
        ),
        .target(name: "Measuring", swiftSettings: settings),
    ]
)

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
        .package(name: "hegui", path: "..")
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

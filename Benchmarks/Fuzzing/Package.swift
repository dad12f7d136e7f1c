// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "fuzzing",
    dependencies: [
        // Without its service, which nothing here reaches.
        .package(name: "hegui", path: "../..", traits: [])
    ],
    targets: [
        .target(name: "Fuzzing", swiftSettings: settings),
        .executableTarget(
            name: "FuzzNotices",
            dependencies: ["Fuzzing", .product(name: "HeguiParsing", package: "hegui")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "FuzzRecords",
            dependencies: ["Fuzzing", .product(name: "Hegui", package: "hegui")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "FuzzRules",
            dependencies: ["Fuzzing", .product(name: "Hegui", package: "hegui")],
            swiftSettings: settings
        ),
        // The matcher's own functions, which no other package sees but in a build with `-enable-testing`.
        .executableTarget(
            name: "FuzzTerms",
            dependencies: ["Fuzzing", .product(name: "Hegui", package: "hegui")],
            swiftSettings: settings
        ),
        // The two files of the service that read JSON, without the service.
        .executableTarget(
            name: "FuzzRequests",
            dependencies: ["Fuzzing", .product(name: "HeguiParsing", package: "hegui")],
            swiftSettings: settings + [.define("Service"), .enableUpcomingFeature("InternalImportsByDefault")]
        ),
    ]
)

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
    ]
)

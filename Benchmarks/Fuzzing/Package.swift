// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "fuzzing",
    dependencies: [
        .package(name: "hegui", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "FuzzNotices",
            dependencies: [.product(name: "HeguiParsing", package: "hegui")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)

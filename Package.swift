// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "hearsay",
    products: [
        .executable(name: "hearsay", targets: ["hearsay"]),
        .executable(name: "hearsay-train", targets: ["hearsay-train"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // Data files in the binary: grammar, lexicons, weights, the seed article.
        .target(name: "CResources", exclude: ["weights", "lexicons"]),
        .target(name: "Resources", dependencies: ["CResources"], swiftSettings: swift),

        // The way of the data, left to right.
        .target(name: "Articles", dependencies: ["Resources"], swiftSettings: swift),
        .target(name: "Language", dependencies: ["Articles", "Resources"], swiftSettings: swift),
        .target(name: "Facts", dependencies: ["Language", "Articles", "Resources"], swiftSettings: swift),
        .target(name: "Questions", dependencies: ["Facts", "Language", "Resources"], swiftSettings: swift),
        .target(name: "Answers", dependencies: ["Questions", "Facts", "Language", "Articles"], swiftSettings: swift),
        .target(name: "CLibEdit", linkerSettings: [.linkedLibrary("edit")]),
        .target(
            name: "Shell",
            dependencies: ["Answers", "Questions", "Facts", "Language", "Articles", "CLibEdit", "Resources"],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "hearsay",
            dependencies: [
                "Shell",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "hearsay-train",
            dependencies: [
                "Facts", "Language", "Articles", "Resources",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift
        ),

        .testTarget(name: "ArticlesTests", dependencies: ["Articles"], swiftSettings: swift),
        .testTarget(name: "LanguageTests", dependencies: ["Language", "Articles", "Resources"], swiftSettings: swift),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "Language", "Articles"], swiftSettings: swift),
        .testTarget(name: "QuestionsTests", dependencies: ["Questions", "Facts", "Language"], swiftSettings: swift),
        .testTarget(
            name: "AnswersTests",
            dependencies: ["Answers", "Questions", "Facts", "Language", "Articles"],
            resources: [.copy("Articles")],
            swiftSettings: swift
        ),
        // Runs a program on a pseudo-terminal, for the transcripts of the interactive shell.
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .testTarget(
            name: "ShellTests",
            dependencies: [
                "Shell", "Answers", "Articles", "CLibEdit", "CPseudoTerminal", "hearsay",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift
        ),
    ],
    cLanguageStandard: .c2x
)

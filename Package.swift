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
        .executable(name: "hearsay-benchmark", targets: ["hearsay-benchmark"]),
        .executable(name: "hearsay-fuzz", targets: ["hearsay-fuzz"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // Data files in the binary: grammar, lexicons, weights, the seed article.
        .target(name: "CResources", exclude: ["weights", "lexicons"]),
        .target(name: "Resources", dependencies: ["CResources"], swiftSettings: swift),

        // Libraries of the system; each stands behind one small Swift type.
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        // Values as bytes, for memory and for files.
        .target(name: "Packing", dependencies: ["CZlib"], swiftSettings: swift),

        // The way of the data, left to right.
        .target(name: "Articles", dependencies: ["Resources", "CLibXML2", "CZlib"], swiftSettings: swift),
        // Dense arithmetic of the language network; optimised in every build, or debugging would wait for it.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O2"])]),
        .target(
            name: "Language", dependencies: ["Articles", "Packing", "Resources", "CKernels"], swiftSettings: swift),
        .target(name: "Facts", dependencies: ["Language", "Articles", "Packing", "Resources"], swiftSettings: swift),
        // Saved sessions.
        .target(
            name: "Storage", dependencies: ["Facts", "Language", "Articles", "Packing", "CSQLite"], swiftSettings: swift
        ),
        .target(name: "Questions", dependencies: ["Facts", "Language", "Resources"], swiftSettings: swift),
        .target(
            name: "Answers", dependencies: ["Questions", "Facts", "Language", "Articles", "Packing"],
            swiftSettings: swift),
        .target(name: "CLibEdit", linkerSettings: [.linkedLibrary("edit")]),
        .target(
            name: "Shell",
            dependencies: [
                "Answers", "Questions", "Storage", "Facts", "Language", "Articles", "CLibEdit", "Resources",
            ],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "hearsay",
            dependencies: [
                "Shell", "Articles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "hearsay-train",
            dependencies: [
                "Facts", "Language", "Articles", "Resources", "CKernels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.copy("Questions"), .copy("Names")],
            swiftSettings: swift
        ),
        .executableTarget(
            name: "hearsay-benchmark",
            dependencies: [
                "Answers", "Facts", "Articles", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swift
        ),

        // Looks for input that makes a reader trap; never linked into hearsay.
        .executableTarget(
            name: "hearsay-fuzz",
            dependencies: ["Articles", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: swift
        ),
        .testTarget(name: "PackingTests", dependencies: ["Packing"], swiftSettings: swift),
        // Lets a test of file permissions run as root.
        .target(name: "CFileUser", path: "Tests/CFileUser"),
        .testTarget(
            name: "ArticlesTests", dependencies: ["Articles", "CFileUser"], resources: [.copy("Pages")],
            swiftSettings: swift),
        .testTarget(
            name: "TrainingTests", dependencies: ["hearsay-train", "Language", "Resources"], swiftSettings: swift),
        .testTarget(
            name: "LanguageTests", dependencies: ["Language", "Articles", "Packing", "Resources", "CKernels"],
            swiftSettings: swift),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "Language", "Articles"], swiftSettings: swift),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "Facts", "Language", "Articles", "CSQLite"],
            swiftSettings: swift),
        .testTarget(
            name: "QuestionsTests",
            dependencies: ["Questions", "Facts", "Language", "Resources"],
            resources: [.copy("Phrasings")],
            swiftSettings: swift
        ),
        .testTarget(
            name: "AnswersTests",
            dependencies: ["Answers", "Questions", "Facts", "Language", "Articles"],
            resources: [.copy("Articles"), .copy("Hurried")],
            swiftSettings: swift
        ),
        // Runs a program on a pseudo-terminal, for the transcripts of the interactive shell.
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .testTarget(
            name: "ShellTests",
            dependencies: [
                "Shell", "Answers", "Storage", "Facts", "Articles", "CLibEdit", "CPseudoTerminal", "hearsay",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Transcripts"],
            swiftSettings: swift
        ),
    ],
    cLanguageStandard: .c2x
)

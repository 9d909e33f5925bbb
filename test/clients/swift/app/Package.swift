// swift-tools-version:6.0
import PackageDescription

func client(_ module: String, _ package: String) -> Target.Dependency { .product(name: module, package: package) }

let package = Package(
    name: "App",
    platforms: [.macOS(.v13)],
    dependencies: ["gallery", "hard-names", "yesterday", "today"].map { .package(path: "../\($0)") },
    targets: [
        .executableTarget(name: "GalleryCalls", dependencies: [client("Gallery", "gallery")]),
        .executableTarget(name: "Generations", dependencies: [client("Yesterday", "yesterday")]),
        .executableTarget(name: "NextGeneration", dependencies: [client("Today", "today")]),
        .executableTarget(name: "Names", dependencies: [client("HardNames", "hard-names")]),
    ],
    swiftLanguageModes: [.v6]
)

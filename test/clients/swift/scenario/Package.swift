// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "Scenario",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../../../client/swift")],
    targets: [.executableTarget(name: "Scenario", dependencies: [.product(name: "Portico", package: "swift")])],
    swiftLanguageModes: [.v6]
)

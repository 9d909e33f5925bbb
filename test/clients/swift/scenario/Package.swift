// swift-tools-version:6.0
import PackageDescription

let portico: [Target.Dependency] = [.product(name: "Portico", package: "swift")]

let package = Package(
    name: "Scenario",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../../../client/swift")],
    targets: [
        .executableTarget(name: "Scenario", dependencies: portico),
        .executableTarget(name: "Checks", dependencies: portico),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "Example",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "..")],
    targets: [.executableTarget(name: "Example", dependencies: [.product(name: "Portico", package: "swift")])],
    swiftLanguageModes: [.v6]
)

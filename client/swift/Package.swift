// swift-tools-version:6.0
import PackageDescription

let package = Package(
    name: "Portico",
    platforms: [.iOS(.v16), .macOS(.v13), .tvOS(.v16), .watchOS(.v9)],
    products: [.library(name: "Portico", targets: ["Portico"])],
    targets: [.target(name: "Portico", path: "Sources/Client")],
    swiftLanguageModes: [.v6]
)

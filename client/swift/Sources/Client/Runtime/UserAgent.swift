/// How the client names itself.
import Foundation

enum UserAgent {
    /// `portico-swift/0.1.0 (iOS)`
    static func text(client: String) -> String {
        "\(client) (\(platform))"
    }

    private static var platform: String {
        #if os(iOS)
            "iOS"
        #elseif os(macOS)
            "macOS"
        #elseif os(tvOS)
            "tvOS"
        #elseif os(watchOS)
            "watchOS"
        #elseif os(visionOS)
            "visionOS"
        #elseif os(Linux)
            "Linux"
        #else
            "other"
        #endif
    }
}

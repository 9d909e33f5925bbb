/// What holds for every call of a client.
import Foundation

/// What holds for every call of a client.
public struct ClientConfiguration: Sendable {
    /// Where the server is: `https://example.com`.
    public var url: URL
    /// How long a call may take, its repetitions counted. Uploads, downloads, streams, and all calls where it is nil, take as
    /// long as bytes go to and fro at least once a minute.
    public var timeout: Duration?
    public var retry: RetryPolicy
    /// Sent with every call.
    public var headers: [String: String]
    /// TokenPair that you have kept from an earlier run.
    public var tokens: TokenPair?
    /// Told whenever the tokens change, so that you can keep them (in the keychain); nil when they have ended.
    public var onTokensChange: (@Sendable (TokenPair?) async -> Void)?
    /// Carries the requests; yours in tests, or where requests go another way.
    public var transport: any Transport

    public init(
        url: URL, timeout: Duration? = .seconds(30), retry: RetryPolicy = RetryPolicy(),
        headers: [String: String] = [:], tokens: TokenPair? = nil,
        onTokensChange: (@Sendable (TokenPair?) async -> Void)? = nil, transport: any Transport = URLSessionTransport()
    ) {
        self.url = url
        self.timeout = timeout
        self.retry = retry
        self.headers = headers
        self.tokens = tokens
        self.onTokensChange = onTokensChange
        self.transport = transport
    }
}

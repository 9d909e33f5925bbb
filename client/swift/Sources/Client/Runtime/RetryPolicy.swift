/// When a call that failed is sent again, and after what pause.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// How often and how soon a failed call is sent again.
///
/// Only what can be repeated is: calls that change nothing, and those that travel under an idempotency key, which stays
/// the same.
public struct RetryPolicy: Sendable {
    /// Calls altogether, the first one counted.
    public var attempts: Int
    /// The first pause at most, in seconds; each further one may be twice as long.
    public var firstPause: Double
    /// The longest pause, in seconds. A server that asks for a longer one (`Retry-After`) is not asked again.
    public var longestPause: Double

    public init(attempts: Int = 4, firstPause: Double = 0.25, longestPause: Double = 20) {
        self.attempts = attempts
        self.firstPause = firstPause
        self.longestPause = longestPause
    }

    /// Every call is sent once.
    public static let never = RetryPolicy(attempts: 1)

    /// Seconds to wait after so many attempts; nil where it is over.
    func pause(after attempts: Int, asked: Double?) -> Double? {
        guard attempts < self.attempts else { return nil }
        if let asked { return asked <= longestPause ? asked : nil }
        return backoff(after: attempts)
    }

    /// Full jitter: many clients that failed together do not come back together.
    func backoff(after attempts: Int) -> Double {
        let ceiling = min(longestPause, firstPause * pow(2, Double(min(attempts, 30) - 1)))
        return Double.random(in: 0...max(ceiling, 0))
    }
}

extension APIError {
    /// Whether the same call may go well a little later; what ran out of its own time is over.
    var mayPass: Bool {
        switch self {
        case .problem(let problem):
            isPassing(problem.status) || (problem.status == 409 && problem.retryAfter != nil)
        case .unexpectedAnswer(let status, _): isPassing(status)
        case .connection(let error): !lastingFailures.contains(error.code)
        case .timeout, .invalidRequest: false
        }
    }

    var isTimeout: Bool {
        if case .timeout = self { true } else { false }
    }
}

private func isPassing(_ status: Int) -> Bool {
    [408, 429, 502, 503, 504].contains(status)
}

/// Failures of a connection that the next attempt meets as well.
private let lastingFailures: Set<URLError.Code> = [
    .badURL, .unsupportedURL, .serverCertificateUntrusted, .serverCertificateHasBadDate,
    .serverCertificateHasUnknownRoot, .clientCertificateRejected, .appTransportSecurityRequiresSecureConnection,
]

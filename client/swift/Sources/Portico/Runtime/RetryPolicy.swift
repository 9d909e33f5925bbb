/// When a call that failed is sent again, and after what pause.
import Foundation

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

    /// Answers after which the same call may go well.
    static func isPassing(_ status: Int) -> Bool {
        [408, 429, 502, 503, 504].contains(status)
    }
}

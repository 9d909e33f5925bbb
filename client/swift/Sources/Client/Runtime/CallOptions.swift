/// What holds for one call.

/// What holds for one call; what is nil is as the client has it.
public struct CallOptions: Sendable {
    /// How long the call may take, its repetitions counted.
    public var timeout: Duration?
    public var retry: RetryPolicy?
    /// Sent with this call.
    public var headers: [String: String]
    /// Of an operation that takes one; without it the client makes one for each call. Keep it with your own data where the
    /// effect must happen once even when the app is killed and calls again.
    public var idempotencyKey: String?
    /// Told how much of the request has been sent.
    public var onUploadProgress: (@Sendable (TransferProgress) -> Void)?

    public init(
        timeout: Duration? = nil, retry: RetryPolicy? = nil, headers: [String: String] = [:],
        idempotencyKey: String? = nil, onUploadProgress: (@Sendable (TransferProgress) -> Void)? = nil
    ) {
        self.timeout = timeout
        self.retry = retry
        self.headers = headers
        self.idempotencyKey = idempotencyKey
        self.onUploadProgress = onUploadProgress
    }
}

/// How much has been sent.
public struct TransferProgress: Sendable, Hashable {
    /// In bytes.
    public let completed: Int64
    /// In bytes.
    public let total: Int64

    /// From 0 to 1.
    public var fraction: Double { total > 0 ? Double(completed) / Double(total) : 0 }
}

/// What carries requests: `URLSession`, or something of yours.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Carries requests to the server.
public protocol Transport: Sendable {
    /// Sends a request; returns as soon as the head of the answer is there.
    /// - Parameter file: the body, where it is in a file; else the request has it.
    /// - Throws: `URLError`, or `CancellationError`
    func send(
        _ request: URLRequest, file: URL?, onProgress: (@Sendable (TransferProgress) -> Void)?
    ) async throws -> TransportAnswer
}

/// An answer whose body may still be on its way.
public struct TransportAnswer: Sendable {
    public let status: Int
    /// By lower-case names.
    public let headers: [String: String]
    /// The next bytes; nil at the end. Cancelling the task that waits ends the transfer.
    public let next: @Sendable () async throws -> Data?

    public init(status: Int, headers: [String: String], next: @escaping @Sendable () async throws -> Data?) {
        self.status = status
        self.headers = headers
        self.next = next
    }

    /// What is left of the body.
    func rest() async throws -> Data {
        var body = Data()
        while let part = try await next() { body.append(part) }
        return body
    }
}

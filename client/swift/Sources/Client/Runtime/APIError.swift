/// Why a call failed. A cancelled task throws `CancellationError` instead, as everywhere in Swift.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Why a call failed.
///
/// ```swift
/// do { post = try await client.posts.get(id: id) }
/// catch let error as APIError where error.code == .notFound { post = nil }
/// ```
public enum APIError: Error, Sendable {
    /// The server refused the call, or could not do it.
    case problem(Problem)
    /// The call took longer than its timeout.
    case timeout
    /// No connection, or one that broke.
    case connection(URLError)
    /// Something answered that is not this API: a proxy, a newer server.
    case unexpectedAnswer(status: Int, reason: String)
    /// The call could not be made of its input: a file is gone, a number is infinite.
    case invalidRequest(String)

    /// The problem, where the server answered one.
    public var problem: Problem? {
        if case .problem(let problem) = self { problem } else { nil }
    }

    /// The problem's code, where the server answered one.
    public var code: ProblemCode? { problem?.code }
}

extension APIError: LocalizedError {
    public var errorDescription: String? {
        switch self {
        case .problem(let problem): problem.detail.isEmpty ? problem.title : problem.detail
        case .timeout: "The server did not answer in time"
        case .connection(let error): error.localizedDescription
        case .unexpectedAnswer(let status, let reason): "The server answered \(status): \(reason)"
        case .invalidRequest(let reason): reason
        }
    }
}

/// What carries requests throws, as an error of this client.
/// - Throws: what is no failure of the call: that it was cancelled
func asAPIError(_ error: any Error) throws -> APIError {
    if Task.isCancelled || error is CancellationError { throw CancellationError() }
    switch error {
    case let error as APIError: return error
    case let error as URLError where error.code == .cancelled: throw CancellationError()
    case let error as URLError: return .connection(error)
    default:
        let known = error as NSError
        let code: URLError.Code? = URLError.Code(rawValue: known.code)
        guard known.domain == NSURLErrorDomain, let code else { throw error }
        return .connection(URLError(code))
    }
}

/// Carries requests by `URLSession`.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Carries requests by a `URLSession` of its own, which keeps no cookies and no cache.
public final class URLSessionTransport: Transport {
    private let session: URLSession
    private let delegate = SessionDelegate()

    /// - Parameter configuration: proxies, cellular access and the like; by default an ephemeral one
    public init(configuration: URLSessionConfiguration? = nil) {
        let configuration = configuration ?? .ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.timeoutIntervalForResource = 7 * 24 * 3600
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    public func send(
        _ request: URLRequest, file: URL?, onProgress: (@Sendable (TransferProgress) -> Void)?
    ) async throws -> TransportAnswer {
        let task = file.map { session.uploadTask(with: request, fromFile: $0) } ?? session.dataTask(with: request)
        let transfer = Transfer(task, onProgress: onProgress)
        delegate.add(transfer, for: task)
        let head = try await transfer.head()
        let held = HeldTransfer(transfer, self)
        return TransportAnswer(status: head.statusCode, headers: head.lowercasedHeaders) {
            try await held.transfer.next()
        }
    }
}

/// What an answer holds: the session lives as long as it, and a transfer that nobody reads any longer ends.
private final class HeldTransfer: Sendable {
    let transfer: Transfer
    private let transport: URLSessionTransport

    init(_ transfer: Transfer, _ transport: URLSessionTransport) {
        self.transfer = transfer
        self.transport = transport
    }

    deinit {
        transfer.cancel()
    }
}

extension HTTPURLResponse {
    fileprivate var lowercasedHeaders: [String: String] {
        var headers: [String: String] = [:]
        for (name, value) in allHeaderFields {
            if let name = name as? String, let value = value as? String { headers[name.lowercased()] = value }
        }
        return headers
    }
}

/// Tells each transfer what happens to its task.
private final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let transfers = Locked<[Int: Transfer]>([:])

    func add(_ transfer: Transfer, for task: URLSessionTask) {
        transfers.withLock { $0[task.taskIdentifier] = transfer }
    }

    private func transfer(of task: URLSessionTask) -> Transfer? {
        transfers.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let head = response as? HTTPURLResponse { transfer(of: dataTask)?.receive(head) }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        transfer(of: dataTask)?.receive(data)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        transfer(of: task)?.send(TransferProgress(completed: totalBytesSent, total: totalBytesExpectedToSend))
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.end(error)
    }

    /// Redirects are answers of this API; the caller decides where to go.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

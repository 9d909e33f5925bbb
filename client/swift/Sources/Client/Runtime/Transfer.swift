/// One request on its way, and what of its answer has come.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A task of a `URLSession`, turned from callbacks into values that one awaits.
final class Transfer: Sendable {
    /// Bytes that may wait for their reader; past them the task is paused. Foundation on Linux cannot pause a task: there
    /// all that comes waits in memory.
    #if canImport(Darwin)
        private static let highWater = 1 << 20
    #else
        private static let highWater = Int.max
    #endif

    private struct State {
        var head: HTTPURLResponse?
        var waitingForHead: CheckedContinuation<HTTPURLResponse, any Error>?
        var buffer = Data()
        var waitingForBytes: CheckedContinuation<Data?, any Error>?
        var end: Result<Void, any Error>?
        var isPaused = false
    }

    private let task: URLSessionTask
    private let onProgress: (@Sendable (TransferProgress) -> Void)?
    private let state = Locked(State())

    init(_ task: URLSessionTask, onProgress: (@Sendable (TransferProgress) -> Void)?) {
        self.task = task
        self.onProgress = onProgress
    }

    /// Starts the task; returns when the head of the answer is there.
    func head() async throws -> HTTPURLResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.waitingForHead = continuation }
                task.resume()
                if Task.isCancelled { cancel() }
            }
        } onCancel: {
            cancel()
        }
    }

    /// The bytes that have come since; nil at the end.
    func next() async throws -> Data? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                take(continuation)
                if Task.isCancelled { cancel() }
            }
        } onCancel: {
            cancel()
        }
    }

    private func take(_ continuation: CheckedContinuation<Data?, any Error>) {
        let (ready, resumes) = state.withLock { state -> (Result<Data?, any Error>?, Bool) in
            if !state.buffer.isEmpty {
                let resumes = state.isPaused
                state.isPaused = false
                defer { state.buffer = Data() }
                return (.success(state.buffer), resumes)
            }
            if let end = state.end { return (end.map { nil }, false) }
            state.waitingForBytes = continuation
            return (nil, false)
        }
        if resumes { task.resume() }
        if let ready { continuation.resume(with: ready) }
    }

    /// Ends the transfer; whoever waits is told that it was cancelled.
    func cancel() {
        task.cancel()
        end(CancellationError())
    }

    func receive(_ head: HTTPURLResponse) {
        state.withLock { state in
            state.head = head
            defer { state.waitingForHead = nil }
            return state.waitingForHead
        }?.resume(returning: head)
    }

    func receive(_ data: Data) {
        let (reader, pauses) = state.withLock { state -> (CheckedContinuation<Data?, any Error>?, Bool) in
            if let reader = state.waitingForBytes {
                state.waitingForBytes = nil
                return (reader, false)
            }
            state.buffer.append(data)
            let pauses = state.buffer.count > Transfer.highWater && !state.isPaused
            if pauses { state.isPaused = true }
            return (nil, pauses)
        }
        if pauses { task.suspend() }
        reader?.resume(returning: data)
    }

    func send(_ progress: TransferProgress) {
        onProgress?(progress)
    }

    /// The first end counts: what a cancelled task reports afterwards says nothing new.
    func end(_ error: (any Error)?) {
        let (head, reader, end) = state.withLock { state in
            let end = state.end ?? error.map { .failure($0) } ?? .success(())
            state.end = end
            defer { (state.waitingForHead, state.waitingForBytes) = (nil, nil) }
            return (state.waitingForHead, state.waitingForBytes, end)
        }
        reader?.resume(with: end.map { nil })
        head?.resume(with: end.flatMap { .failure(URLError(.badServerResponse)) })
    }
}

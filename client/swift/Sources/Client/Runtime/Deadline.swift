/// Calls that do not wait forever.
import Foundation

/// Does the work, or throws ``APIError/timeout`` and cancels it when the time is over.
func within<Value: Sendable>(
    _ limit: Duration?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    guard let limit else { return try await work() }
    return try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: limit)
            throw APIError.timeout
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
    }
}

/// What a task brings that others wait for, too: it goes on when this one is cancelled, which `Task.value` would wait for.
func awaited<Value: Sendable>(_ task: Task<Value, any Error>) async throws -> Value {
    let (values, continuation) = AsyncThrowingStream<Value, any Error>.makeStream()
    Task {
        do {
            continuation.yield(try await task.value)
            continuation.finish()
        } catch {
            continuation.finish(throwing: error)
        }
    }
    for try await value in values { return value }
    throw CancellationError()
}

/// Seconds that `Retry-After` asks for: a number, or a date.
/// @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
func secondsToWait(_ header: String) -> Double? {
    if let seconds = Double(header) { return seconds >= 0 ? seconds : nil }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return formatter.date(from: header).map { max(0, $0.timeIntervalSinceNow) }
}

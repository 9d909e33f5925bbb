/// Streams that outlive their connections.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Items that the server sends as they come to be. A connection that breaks is made again, and goes on after the last item
/// that came (where items have ids: else the sequence throws); the sequence ends when the server says so, and throws when it sends a problem.
///
/// ```swift
/// for try await event in client.comments.live(postID: id) { print(event) }
/// ```
public struct EventStream<Item: Decodable & Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    let core: ClientCore
    let route: Route
    let input: CallInput
    let options: CallOptions
    /// Whether items have ids after which to go on; one that breaks otherwise has failed.
    var isResumable = true

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var connection: EventConnection
        /// The id of the last item that came: pass it as `lastEventId` to go on after it another day.
        public var lastEventID: String { connection.lastEventID }

        public mutating func next() async throws -> Item? {
            guard let event = try await connection.next() else { return nil }
            do {
                return try JSONDecoder.api.decode(Item.self, from: Data(event.data.utf8))
            } catch {
                throw APIError.unexpectedAnswer(status: 200, reason: String(describing: error))
            }
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(connection: EventConnection(self))
    }
}

/// Follows one stream over as many connections as it takes.
struct EventConnection {
    let core: ClientCore
    let route: Route
    let input: CallInput
    let options: CallOptions
    let isResumable: Bool
    private(set) var lastEventID = ""
    private var answer: TransportAnswer?
    private var parser = EventParser()
    private var waiting: ArraySlice<ParsedEvent> = []
    private var wasConnected = false
    private var hasBegun = false
    private var failures = 0
    private var isOver = false

    init<Item>(_ stream: EventStream<Item>) {
        (core, route, input, options) = (stream.core, stream.route, stream.input, stream.options)
        isResumable = stream.isResumable
    }

    mutating func next() async throws -> ParsedEvent? {
        while !isOver {
            guard let event = waiting.popFirst() else {
                try await receive()
                continue
            }
            lastEventID = event.lastEventID
            switch event.type {
            case "message":
                hasBegun = true
                return event
            case "end": isOver = true
            case "error": try fail(event)
            default: break
            }
        }
        answer = nil
        return nil
    }

    private mutating func fail(_ event: ParsedEvent) throws {
        isOver = true
        let problem = try? JSONDecoder.api.decode(Problem.self, from: Data(event.data.utf8))
        throw problem.map(APIError.problem) ?? .unexpectedAnswer(status: 200, reason: event.data)
    }

    /// Waits for bytes, or for a connection.
    private mutating func receive() async throws {
        guard let answer else { return try await connect() }
        do {
            guard let bytes = try await within(EventConnection.silence, answer.next) else {
                self.answer = nil
                return try await pause()
            }
            waiting = parser.take(bytes)[...]
            if !waiting.isEmpty { failures = 0 }
        } catch {
            self.answer = nil
            if Task.isCancelled || error is CancellationError { throw CancellationError() }
            try await pause()
        }
    }

    private mutating func connect() async throws {
        var options = options
        if !lastEventID.isEmpty { options.headers["Last-Event-ID"] = lastEventID }
        let request = try core.builder.build(route, input, options, accept: "text/event-stream")
        do {
            answer = try await core.connect(request, options)
        } catch let error as APIError where wasConnected && (error.mayPass || error.isTimeout) {
            return try await pause()
        }
        wasConnected = true
        parser = EventParser(lastEventID: lastEventID)
    }

    /// Never as long as everyone else whose server went away.
    private mutating func pause() async throws {
        if hasBegun && !isResumable { throw APIError.connection(URLError(.networkConnectionLost)) }
        failures += 1
        let policy = options.retry ?? core.configuration.retry
        try await Task.sleep(for: .seconds(policy.backoff(after: failures)))
    }

    /// After three of the server's heartbeats without a sign of life a connection counts as lost.
    private static let silence = Duration.seconds(45)
}

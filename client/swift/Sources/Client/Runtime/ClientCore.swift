/// Makes the calls of a client: tokens, repetition, timeouts, problems.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// What all parts of a client share.
final class ClientCore: Sendable {
    let builder: RequestBuilder
    let configuration: ClientConfiguration
    let tokens: TokenKeeper
    /// Where tokens are renewed; nil where the API has none.
    let renewal: Route?

    init(_ configuration: ClientConfiguration, basePath: String, userAgent: String, renewal: Route?) {
        self.configuration = configuration
        self.renewal = renewal
        builder = RequestBuilder(
            url: configuration.url, basePath: basePath, userAgent: userAgent, headers: configuration.headers)
        tokens = TokenKeeper(configuration.tokens, onChange: configuration.onTokensChange)
    }

    /// Calls an operation that answers JSON.
    func json<Value: Decodable & Sendable>(
        _ route: Route, _ input: CallInput, _ options: CallOptions, as type: Value.Type = Value.self
    ) async throws -> Value {
        let (status, body) = try await whole(route, input, options, accept: "application/json")
        return try decode(body, status)
    }

    /// Calls an operation that answers nothing.
    func nothing(_ route: Route, _ input: CallInput, _ options: CallOptions) async throws {
        _ = try await whole(route, input, options, accept: "application/json")
    }

    /// Calls an operation that answers text.
    func text(_ route: Route, _ input: CallInput, _ options: CallOptions) async throws -> String {
        let (_, body) = try await whole(route, input, options, accept: "text/plain, text/html, */*;q=0.1")
        return String(decoding: body, as: UTF8.self)
    }

    /// Calls an operation that answers the address of something else.
    func redirect(_ route: Route, _ input: CallInput, _ options: CallOptions) async throws -> URL {
        let request = try builder.build(route, input, options, accept: "*/*")
        return try await within(options.timeout ?? configuration.timeout) { [self] in
            let answer = try await attempts(request, route, options) { $0 }
            let address = answer.headers["location"].flatMap { URL(string: $0, relativeTo: request.request.url) }
            guard let address else {
                throw APIError.unexpectedAnswer(status: answer.status, reason: "it names no address")
            }
            return address.absoluteURL
        }
    }

    /// Calls an operation that answers a file, whose bytes are read as they come.
    func download(_ route: Route, _ input: CallInput, _ options: CallOptions) async throws -> Download {
        let request = try builder.build(route, input, options, accept: "*/*")
        let answer = try await within(options.timeout ?? configuration.timeout) { [self] in
            try await attempts(request, route, options) { $0 }
        }
        return Download(answer)
    }

    /// Calls an operation that answers a stream, once connected; ``EventStream`` connects again.
    func connect(_ request: PreparedRequest, _ options: CallOptions) async throws -> TransportAnswer {
        try await within(options.timeout ?? configuration.timeout) { [self] in
            try await attempts(request, Route(method: .get, path: "", repetition: .always), options) { $0 }
        }
    }

    /// The whole body of an answer; one that breaks off is an attempt that failed.
    private func whole(
        _ route: Route, _ input: CallInput, _ options: CallOptions, accept: String
    ) async throws -> (status: Int, body: Data) {
        let request = try builder.build(route, input, options, accept: accept)
        let isUpload = request.form != nil && options.timeout == nil
        let (status, body) = try await within(isUpload ? nil : options.timeout ?? configuration.timeout) { [self] in
            try await attempts(request, route, options) { ($0.status, try await $0.rest()) }
        }
        switch route.tokens {
        case .sent: break
        case .kept:
            let issued: IssuedTokens = try decode(body, status)
            await tokens.keep(issued.tokens)
        case .dropped: await tokens.keep(nil)
        }
        return (status, body)
    }

    private func decode<Value: Decodable>(_ body: Data, _ status: Int) throws -> Value {
        do {
            return try JSONDecoder.api.decode(Value.self, from: body)
        } catch {
            throw APIError.unexpectedAnswer(status: status, reason: String(describing: error))
        }
    }
}

/// One call, sent as often as it may be.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension ClientCore {
    /// Sends a request until it goes well, fails for good, or was sent often enough.
    func attempts<Value: Sendable>(
        _ prepared: PreparedRequest, _ route: Route, _ options: CallOptions,
        read: @Sendable (TransportAnswer) async throws -> Value
    ) async throws -> Value {
        let policy = options.retry ?? configuration.retry
        var sent = 0
        while true {
            sent += 1
            do {
                return try await read(accepted(authorized(prepared, route, options)))
            } catch {
                let failure = try asAPIError(error)
                guard route.repetition != .never, failure.mayPass, let pause = policy.pause(after: sent, asked: failure.problem?.retryAfter)
                else { throw failure }
                try await Task.sleep(for: .seconds(pause))
            }
        }
    }

    /// Sends once, and once more with a new token where the old one was refused: then it had no effect.
    private func authorized(
        _ prepared: PreparedRequest, _ route: Route, _ options: CallOptions
    ) async throws -> TransportAnswer {
        guard route.tokens != .kept, let token = await tokens.current?.accessToken else {
            return try await send(prepared, token: nil, options)
        }
        let answer = try await send(prepared, token: token, options)
        guard answer.status == 401, let renewal else { return answer }
        let renewed = try await tokens.renewed(insteadOf: token) { [self] old in
            let input = CallInput().with("refreshToken", old.refreshToken)
            let request = try builder.build(renewal, input, CallOptions(), accept: "application/json")
            return try await within(configuration.timeout) { [self] in
                let body = try await attempts(request, renewal, CallOptions()) { try await $0.rest() }
                return try JSONDecoder.api.decode(IssuedTokens.self, from: body).tokens
            }
        }
        guard let renewed else { return answer }
        return try await send(prepared, token: renewed, options)
    }

    private func send(
        _ prepared: PreparedRequest, token: String?, _ options: CallOptions
    ) async throws -> TransportAnswer {
        var request = prepared.request
        // URLSession's own limit is on silence; it must not end what may take longer.
        if let limit = options.timeout ?? configuration.timeout, limit > .seconds(60) {
            request.timeoutInterval = Double(limit.components.seconds)
        }
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        return try await configuration.transport.send(
            request, file: prepared.form?.file, onProgress: options.onUploadProgress)
    }

    /// The answer of a call that went well; else throws why it did not.
    private func accepted(_ answer: TransportAnswer) async throws -> TransportAnswer {
        if (200..<400).contains(answer.status) && answer.status != 304 { return answer }
        let body = try await answer.rest()
        guard var problem = try? JSONDecoder.api.decode(Problem.self, from: body) else {
            throw APIError.unexpectedAnswer(
                status: answer.status, reason: String(decoding: body.prefix(500), as: UTF8.self))
        }
        problem.retryAfter = answer.headers["retry-after"].flatMap(secondsToWait)
        throw APIError.problem(problem)
    }
}

/// What the API answers where it issues tokens.
struct IssuedTokens: Decodable, Sendable {
    let accessToken: String
    let expiresIn: Double
    let refreshToken: String

    var tokens: TokenPair {
        TokenPair(accessToken: accessToken, refreshToken: refreshToken, expiresAt: Date().addingTimeInterval(expiresIn))
    }
}

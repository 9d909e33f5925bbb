/// The tokens of a signed-in user: kept, sent, and renewed once for all calls that find them expired.
import Foundation

/// What proves who calls. Keep them where other apps cannot read them.
public struct TokenPair: Sendable, Hashable, Codable {
    public var accessToken: String
    public var refreshToken: String
    /// When the access token ends.
    public var expiresAt: Date

    public init(accessToken: String, refreshToken: String, expiresAt: Date) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
    }
}

/// The one that has the tokens; an actor, so that calls that fail together renew them together.
actor TokenKeeper {
    private var tokens: TokenPair?
    private var renewal: Task<TokenPair, any Error>?
    private let onChange: (@Sendable (TokenPair?) async -> Void)?

    init(_ tokens: TokenPair?, onChange: (@Sendable (TokenPair?) async -> Void)?) {
        self.tokens = tokens
        self.onChange = onChange
    }

    var current: TokenPair? { tokens }

    func keep(_ tokens: TokenPair?) async {
        self.tokens = tokens
        await onChange?(tokens)
    }

    /// The access token to try after one was refused; nil where nobody is signed in any longer.
    func renewed(
        insteadOf refused: String, by renew: @escaping @Sendable (TokenPair) async throws -> TokenPair
    ) async throws -> String? {
        guard let tokens else { return nil }
        if tokens.accessToken != refused { return tokens.accessToken }
        let task = renewal ?? start(tokens, renew)
        do {
            _ = try await awaited(task)
            return self.tokens?.accessToken
        } catch let error as APIError where error.problem.map({ $0.status == 401 || $0.status == 422 }) ?? false {
            return nil
        }
    }

    /// A task of its own: the call that began it may be cancelled while others wait for it.
    private func start(
        _ old: TokenPair, _ renew: @escaping @Sendable (TokenPair) async throws -> TokenPair
    ) -> Task<TokenPair, any Error> {
        let task = Task {
            defer { renewal = nil }
            do {
                let new = try await renew(old)
                // Nobody is signed in again who signed out meanwhile.
                if tokens == old { await keep(new) }
                return new
            } catch let error as APIError where error.problem?.status == 401 {
                if tokens == old { await keep(nil) }
                throw error
            }
        }
        renewal = task
        return task
    }
}

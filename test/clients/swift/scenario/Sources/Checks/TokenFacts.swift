/// How tokens are renewed.
import Foundation
@testable import Portico

func tokens() async throws -> [Fact] {
    let old = TokenPair(accessToken: "old", refreshToken: "r1", expiresAt: Date())
    let new = TokenPair(accessToken: "new", refreshToken: "r2", expiresAt: Date())
    let told = Locked<[String?]>([])
    let keeper = TokenKeeper(old) { tokens in told.withLock { $0.append(tokens?.accessToken) } }
    let renewals = Locked(0)
    let renew: @Sendable (TokenPair) async throws -> TokenPair = { _ in
        renewals.withLock { $0 += 1 }
        try await Task.sleep(for: .milliseconds(100))
        return new
    }
    let first = Task { try await keeper.renewed(insteadOf: "old", by: renew) }
    try await Task.sleep(for: .milliseconds(20))
    let others = (0..<20).map { _ in Task { try await keeper.renewed(insteadOf: "old", by: renew) } }
    first.cancel()
    var answers: [String?] = []
    for other in others { answers.append(try await other.value) }
    let late = try await keeper.renewed(insteadOf: "old", by: renew)

    let unavailable = try await failure(of: 503, with: old)
    let refused = try await failure(of: 401, with: old)
    return [
        Fact("are renewed once for all who wait", renewals.withLock { $0 }, is: 1),
        Fact("come to all who wait, though the first has left", answers, is: Array(repeating: "new", count: 20)),
        Fact("come at once to who is late", late, is: "new"),
        Fact("are told to the app", told.withLock { $0 }, is: ["new"]),
        Fact("stay where the server cannot renew them now", unavailable, is: "old"),
        Fact("go where the server refuses to renew them", refused, is: nil),
    ]
}

/// The access token that is left when renewing fails.
private func failure(of status: Int, with tokens: TokenPair) async throws -> String? {
    let text = #"{"code":"x","status":\#(status),"title":"","detail":""}"#
    let problem = try JSONDecoder.api.decode(Problem.self, from: Data(text.utf8))
    let keeper = TokenKeeper(tokens, onChange: nil)
    _ = try? await keeper.renewed(insteadOf: tokens.accessToken) { _ in throw APIError.problem(problem) }
    return await keeper.current?.accessToken
}

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

    let slow = TokenKeeper(old, onChange: nil)
    let started = Date()
    var left: String?
    do {
        _ = try await within(.milliseconds(50)) { try await slow.renewed(insteadOf: "old") { _ in try await after(1, new) } }
    } catch {
        left = "\(error)"
    }
    let waited = Date().timeIntervalSince(started)
    let renewedAfterwards = try await slow.renewed(insteadOf: "old", by: renew)

    let leaver = TokenKeeper(old, onChange: nil)
    let leaving = Task { try await leaver.renewed(insteadOf: "old") { _ in try await after(0.2, new) } }
    try await Task.sleep(for: .milliseconds(50))
    await leaver.keep(nil)
    let afterLeaving = try await leaving.value
    let signedOut = await leaver.current == nil

    let unavailable = try await failure(of: 503, with: old)
    let refused = try await failure(of: 401, with: old)
    return [
        Fact("are renewed once for all who wait", renewals.withLock { $0 }, is: 1),
        Fact("come to all who wait, though the first has left", answers, is: Array(repeating: "new", count: 20)),
        Fact("come at once to who is late", late, is: "new"),
        Fact("are told to the app", told.withLock { $0 }, is: ["new"]),
        Fact("are waited for no longer than a call may", [left ?? "", waited < 0.5 ? "in time" : "\(waited)"], is: ["timeout", "in time"]),
        Fact("come although who asked has left", renewedAfterwards, is: "new"),
        Fact("are not for who signed out meanwhile", [afterLeaving == nil, signedOut], is: [true, true]),
        Fact("stay where the server cannot renew them now", unavailable, is: "old"),
        Fact("go where the server refuses to renew them", refused, is: nil),
    ]
}

private func after(_ seconds: Double, _ tokens: TokenPair) async throws -> TokenPair {
    try await Task.sleep(for: .seconds(seconds))
    return tokens
}

/// The access token that is left when renewing fails.
private func failure(of status: Int, with tokens: TokenPair) async throws -> String? {
    let text = #"{"code":"x","status":\#(status),"title":"","detail":""}"#
    let problem = try JSONDecoder.api.decode(Problem.self, from: Data(text.utf8))
    let keeper = TokenKeeper(tokens, onChange: nil)
    _ = try? await keeper.renewed(insteadOf: tokens.accessToken) { _ in throw APIError.problem(problem) }
    return await keeper.current?.accessToken
}

/// Accounts and tokens.
import Foundation
import Portico

extension Scenario {
    private static let password = "correct horse battery"

    func register() async throws {
        let user = try await client().accounts.register(
            username: label, email: "\(label)@example.com", password: Scenario.password)
        try expect(user.username == label, "registered as \(user.username)")
    }

    func logIn() async throws {
        let client = client()
        _ = try await client.tokens.create(password: Scenario.password, username: label)
        tokens = try found(await client.currentTokens(), "a token")
        let me = try await client.accounts.me()
        try expect(me.username == label, "logged in as \(me.username)")
    }

    func refresh() async throws {
        let client = client("expired-token")
        let calls = (0..<10).map { _ in Task { try await client.accounts.me().username } }
        var names: [String] = []
        for call in calls { names.append(try await call.value) }
        try expect(names == Array(repeating: label, count: 10), "the calls answered \(names)")
        let renewed = try found(await client.currentTokens(), "a token")
        try expect(renewed.accessToken != tokens?.accessToken, "the token is the old one")
        tokens = renewed
    }
}

/// Lists, and what a newer server sends.
import Foundation
import Portico

extension Scenario {
    func iteratePages() async throws {
        let client = client()
        for number in 1...5 {
            postIDs.append(try await client.posts.create(title: "\(label) page \(number)", body: "text").id)
        }
        var titles: [String] = []
        for try await post in client.posts.mineAll(limit: 2) { titles.append(post.title) }
        try expect(titles.sorted() == (1...5).map { "\(label) page \($0)" }, "the titles are \(titles)")
    }

    func readUnknownEnum() async throws {
        let post = try await client("unknown-enum").posts.get(id: found(postIDs.first, "a post"))
        try expect(post.status.rawValue == "archived", "the status is \(post.status)")
        guard case .unknown("archived") = post.status else { throw Unexpected("the status is known: \(post.status)") }
        try expect(post.title == "\(label) page 1" && post.body == "text", "the post is \(post)")
    }

    func readUnknownVariant() async throws {
        let plain = client()
        let post = try await plain.posts.create(title: "\(label) live", body: "text", status: .published)
        liveID = post.id
        var events = client("unknown-variant").comments.live(postID: post.id).makeAsyncIterator()

        let first = try found(await events.next(), "the first event")
        guard case .unknown(let pinned) = first else { throw Unexpected("the first event is \(first)") }
        try expect(pinned["type"] == "pinned", "its type is \(String(describing: pinned["type"]))")
        try expect(pinned["commentId"]?.stringValue?.isEmpty == false, "it has no commentId: \(pinned)")

        let second = try found(await events.next(), "the second event")
        guard case .reset = second else { throw Unexpected("the second event is \(second)") }
        let comment = try await plain.comments.create(postID: post.id, body: "hello")
        let third = try found(await events.next(), "the third event")
        guard case .created(let created) = third else { throw Unexpected("the third event is \(third)") }
        try expect(created.comment.id == comment.id && created.comment.body == "hello", "it tells of \(created)")
    }
}

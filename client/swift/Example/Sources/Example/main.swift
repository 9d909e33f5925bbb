/// Reads what the server at PORTICO_URL has published. `swift run`
import Foundation
import Portico

let address = ProcessInfo.processInfo.environment["PORTICO_URL"] ?? "http://localhost:3000"
guard let url = URL(string: address) else { fatalError("PORTICO_URL is no address: \(address)") }
let client = PorticoClient(url: url)

do {
    for tag in try await client.posts.tags().items { print("#\(tag.tag) (\(tag.count))") }
    for try await post in client.posts.listAll(limit: 10) {
        print("\(post.publishedAt ?? post.createdAt)  \(post.title), by \(post.author.name)")
    }
    _ = try await client.posts.bySlug(slug: "no-such-post")
} catch let error as APIError where error.code == .notFound {
    print("There is no such post, as expected.")
} catch {
    print("It failed: \(error.localizedDescription)")
    exit(1)
}

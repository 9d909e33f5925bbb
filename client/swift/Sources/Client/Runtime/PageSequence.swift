/// All items of a list that the server answers page by page.

/// All pages of a list; each is asked for when you come to it.
public struct PageSequence<Page: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Page

    /// The page after a cursor, and the cursor of the next one; the first page has none.
    let load: @Sendable (_ cursor: String?) async throws -> (page: Page, next: String?)

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let load: @Sendable (_ cursor: String?) async throws -> (page: Page, next: String?)
        fileprivate var cursor: String?
        fileprivate var isOver = false

        public mutating func next() async throws -> Page? {
            if isOver { return nil }
            let (page, next) = try await load(cursor)
            cursor = next
            isOver = next == nil
            return page
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(load: load) }
}

/// All items of a list; each page is asked for when you come to it.
///
/// ```swift
/// for try await post in client.posts.listAll() { print(post.title) }
/// ```
public struct ItemSequence<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    /// The same, page by page.
    public let pages: PageSequence<Page>
    let items: @Sendable (Page) -> [Item]

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var pages: PageSequence<Page>.AsyncIterator
        fileprivate let items: @Sendable (Page) -> [Item]
        fileprivate var waiting: ArraySlice<Item> = []

        public mutating func next() async throws -> Item? {
            while waiting.isEmpty {
                guard let page = try await pages.next() else { return nil }
                waiting = items(page)[...]
            }
            return waiting.removeFirst()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(pages: pages.makeAsyncIterator(), items: items)
    }
}

/// Files on their way from the server.
import Foundation

/// A file that the server sends; its bytes come as you read them, once.
///
/// ```swift
/// try await client.files.content(id: id).save(to: url)
/// ```
public struct Download: AsyncSequence, Sendable {
    public typealias Element = Data

    /// `image/png`
    public let contentType: String
    /// In bytes, where the server says it.
    public let contentLength: Int64?
    /// By lower-case names.
    public let headers: [String: String]
    private let answer: TransportAnswer

    init(_ answer: TransportAnswer) {
        self.answer = answer
        headers = answer.headers
        contentType = answer.headers["content-type"] ?? "application/octet-stream"
        contentLength = answer.headers["content-length"].flatMap(Int64.init)
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let answer: TransportAnswer

        public func next() async throws -> Data? {
            do {
                return try await answer.next()
            } catch {
                throw try asAPIError(error)
            }
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(answer: answer) }

    /// The whole file in memory.
    public func data() async throws -> Data {
        var data = Data()
        for try await part in self { data.append(part) }
        return data
    }

    /// Writes the file to disk; what was there is replaced when all bytes have come, and not before.
    public func save(to url: URL) async throws {
        let partial = url.deletingLastPathComponent().appendingPathComponent(".\(UUID().uuidString).partial")
        do {
            try await write(to: partial)
            try? FileManager.default.removeItem(at: url)
            try FileManager.default.moveItem(at: partial, to: url)
        } catch {
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
    }

    private func write(to url: URL) async throws {
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
            throw APIError.invalidRequest("\(url.path) cannot be written")
        }
        let output = try FileHandle(forWritingTo: url)
        defer { try? output.close() }
        for try await part in self { try output.write(contentsOf: part) }
    }
}

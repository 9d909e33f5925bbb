/// Files, dates and nulls.
import Foundation
import Portico

extension Scenario {
    private static let text = (1...32_768).map { number in
        let digits = String(number)
        return "portico upload line \(String(repeating: "0", count: 11 - digits.count))\(digits)\n"
    }.joined()

    private static let picture = Data(
        base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEklEQVQImWM4"
            + "EaBxIkCDAUIBACWOBQHvtZ07AAAAAElFTkSuQmCC")!

    func upload() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(label).txt")
        try Data(Scenario.text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let progress = Progress()
        let stored = try await client().files.upload(
            file: UploadFile(url, contentType: "text/plain"), visibility: .public,
            options: CallOptions(onUploadProgress: { progress.add($0) }))
        try expect(stored.name == "\(label).txt", "the name is \(stored.name)")
        fileID = stored.id
        let told = progress.told
        try expect(told.count >= 2, "progress was told \(told.count) times")
        try expect(zip(told, told.dropFirst()).allSatisfy { $0.completed <= $1.completed }, "progress fell: \(told)")
        try expect(told.last?.fraction == 1, "the last progress is \(String(describing: told.last))")
    }

    func download() async throws {
        let id = try found(fileID, "the file")
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(label)-again.txt")
        defer { try? FileManager.default.removeItem(at: url) }
        try await client().files.content(id: id).save(to: url)
        try expect(try Data(contentsOf: url) == Data(Scenario.text.utf8), "the bytes are others")
    }

    func readDate() async throws {
        let post = try await client("fixed-dates").posts.get(id: found(postIDs.first, "a post"))
        let milliseconds = post.createdAt.timeIntervalSince1970 * 1000
        try expect(milliseconds.rounded() == 1_709_210_096_789, "createdAt is \(milliseconds) ms after 1970")
    }

    func takeAway() async throws {
        let client = client()
        let file = UploadFile(Scenario.picture, name: "\(label).png", contentType: "image/png")
        let cover = try await client.files.upload(file: file)
        let post = try await client.posts.create(title: "\(label) covered", body: "text", coverID: .value(cover.id))
        let kept = try await client.posts.update(id: post.id, version: post.version, title: "\(label) cover")
        try expect(kept.cover?.id == cover.id, "the cover is gone: \(String(describing: kept.cover))")
        let taken = try await client.posts.update(id: post.id, version: kept.version, coverID: nil)
        try expect(taken.cover == nil, "the cover is still there: \(String(describing: taken.cover))")
    }
}

/// What was told of an upload.
private final class Progress: @unchecked Sendable {
    private let lock = NSLock()
    private var heard: [TransferProgress] = []

    func add(_ progress: TransferProgress) { lock.withLock { heard.append(progress) } }
    var told: [TransferProgress] { lock.withLock { heard } }
}

/// Files on their way to the server.
import Foundation

/// A file to upload. One on disk is read as it is sent, and never wholly in memory.
public struct UploadFile: Sendable, Hashable {
    enum Source: Sendable, Hashable {
        case disk(URL)
        case memory(Data)
    }

    let source: Source
    /// The name that the server is told.
    public let name: String
    /// `image/png`
    public let contentType: String

    /// A file on disk.
    public init(_ url: URL, name: String? = nil, contentType: String = "application/octet-stream") {
        source = .disk(url)
        self.name = name ?? url.lastPathComponent
        self.contentType = contentType
    }

    /// Bytes in memory.
    public init(_ data: Data, name: String, contentType: String = "application/octet-stream") {
        source = .memory(data)
        self.name = name
        self.contentType = contentType
    }
}

/// A file inside an input encodes as its place in a list beside the JSON, which only forms have.
extension UploadFile: Encodable {
    static let collected = CodingUserInfoKey(rawValue: "files")!
    static let placeholder = "\u{0}file"

    public func encode(to encoder: any Encoder) throws {
        guard let files = encoder.userInfo[UploadFile.collected] as? Locked<[UploadFile]> else {
            throw APIError.invalidRequest("A file travels in a form, not in JSON")
        }
        let index = files.withLock { files in
            files.append(self)
            return files.count - 1
        }
        try [UploadFile.placeholder: index].encode(to: encoder)
    }
}

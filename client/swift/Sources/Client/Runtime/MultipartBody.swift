/// Forms with files, put together on disk so that they can be sent, and sent again, without being in memory.
/// @see https://www.rfc-editor.org/rfc/rfc7578
import Foundation

/// A multipart/form-data body in a temporary file, which goes with it.
final class MultipartBody: Sendable {
    let file: URL
    let contentType: String

    init(_ fields: [FlatField]) throws {
        let boundary = "form-\(UUID().uuidString)"
        contentType = "multipart/form-data; boundary=\(boundary)"
        file = FileManager.default.temporaryDirectory.appendingPathComponent("\(boundary).body")
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw APIError.invalidRequest("No temporary file can be written")
        }
        let output = try FileHandle(forWritingTo: file)
        defer { try? output.close() }
        for field in fields { try MultipartBody.write(field, boundary, to: output) }
        try output.write(contentsOf: Data("--\(boundary)--\r\n".utf8))
    }

    deinit {
        try? FileManager.default.removeItem(at: file)
    }

    private static func write(_ field: FlatField, _ boundary: String, to output: FileHandle) throws {
        switch field {
        case .text(let name, let value):
            let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(escaped(name))\"\r\n\r\n"
            try output.write(contentsOf: Data("\(head)\(value)\r\n".utf8))
        case .file(let name, let file):
            let disposition = "form-data; name=\"\(escaped(name))\"; filename=\"\(escaped(file.name))\""
            let type = file.contentType.filter { $0 != "\r" && $0 != "\n" && $0 != "\r\n" }
            let head = "--\(boundary)\r\nContent-Disposition: \(disposition)\r\nContent-Type: \(type)\r\n\r\n"
            try output.write(contentsOf: Data(head.utf8))
            try copy(file.source, to: output)
            try output.write(contentsOf: Data("\r\n".utf8))
        }
    }

    private static func copy(_ source: UploadFile.Source, to output: FileHandle) throws {
        switch source {
        case .memory(let data):
            try output.write(contentsOf: data)
        case .disk(let url):
            guard let input = try? FileHandle(forReadingFrom: url) else {
                throw APIError.invalidRequest("\(url.path) cannot be read")
            }
            defer { try? input.close() }
            while let part = try input.read(upToCount: 1 << 18), !part.isEmpty { try output.write(contentsOf: part) }
        }
    }

    /// As browsers write names in a form.
    private static func escaped(_ name: String) -> String {
        name.replacingOccurrences(of: "\r", with: "%0D").replacingOccurrences(of: "\n", with: "%0A")
            .replacingOccurrences(of: "\"", with: "%22")
    }
}

/// How calls become requests.
import Foundation
@testable import Portico

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

func events() -> [Fact] {
    let stream = "retry: 2000\n\n: hello\nid: 1\r\ndata: {\"a\":\ndata: 1}\n\nevent: end\ndata:\n\n"
    let expected = [
        ParsedEvent(type: "message", data: "{\"a\":\n1}", lastEventID: "1"),
        ParsedEvent(type: "end", data: "", lastEventID: "1"),
    ]
    let bytes = Data("\(stream)id: 2\ndata: é\n\n".utf8)
    let all = expected + [ParsedEvent(type: "message", data: "é", lastEventID: "2")]
    let cuts = bytes.indices.filter { cut in
        var parser = EventParser()
        return parser.take(bytes[..<cut]) + parser.take(bytes[cut...]) != all
    }
    return [Fact("are the same wherever the bytes are cut", Array(cuts), is: [])]
}

func flatFieldsOfInputs() throws -> [Fact] {
    var input = CallInput()
    input.value("tag", ["a", "b"])
    input.value("filter", JSON.object(["kind": "a", "sizes": [1, 2]]))
    input.value("items", JSON.array([["name": "x"], ["name": "y"]]))
    input.value("at", Date(timeIntervalSince1970: 0.001))
    input.value("big", BigInteger("12345678901234567890"))
    input.optional("absent", String?.none)
    input.value("nothing", String?.none)
    input.value("none", [String]())
    input.value("files", [UploadFile(Data("1".utf8), name: "1"), UploadFile(Data("2".utf8), name: "2")])
    let fields = try flatFields(of: input).map { field in
        switch field {
        case .text(let name, let value): "\(name)=\(value)"
        case .file(let name, let file): "\(name)@\(file.name)"
        }
    }
    return [
        Fact(
            "are those that the server reads", fields,
            is: [
                "tag=a", "tag=b", "filter[kind]=a", "filter[sizes]=1", "filter[sizes]=2", "items[0][name]=x",
                "items[1][name]=y", "at=1970-01-01T00:00:00.001Z", "big=12345678901234567890", "nothing=", "none=", "files@1",
                "files@2",
            ])
    ]
}

func requests() throws -> [Fact] {
    let url = URL(string: "https://example.com/base/")!
    let builder = RequestBuilder(url: url, basePath: "/api", userAgent: "checks", headers: ["X-All": "1"])
    var input = CallInput()
    input.value("id", "a/b ü?")
    input.value("q", "x&y=é+ z")
    let options = CallOptions(headers: ["X-One": "2"])
    let get = try builder.build(Route(method: .get, path: "/größe/{id}/x"), input, options, accept: "*/*").request
    let post = try builder.build(
        Route(method: .post, path: "/p/{id}", body: .json, repetition: .underKey), input,
        CallOptions(idempotencyKey: "mine"), accept: "*/*"
    ).request
    let path = { (id: String?) in
        try builder.build(Route(method: .get, path: "/p/{id}"), CallInput().with("id", id), options, accept: "*/*")
    }
    let upwards: [String?] = [nil, "", ".", ".."]
    return [
        Fact(
            "parts of a path and a query mean themselves", get.url?.absoluteString,
            is: "https://example.com/base/api/gr%C3%B6%C3%9Fe/a%2Fb%20%C3%BC%3F/x?q=x%26y%3D%C3%A9%2B%20z"),
        Fact("have the client's headers and the call's", ["X-All", "X-One"].map { get.value(forHTTPHeaderField: $0) },
            is: ["1", "2"]),
        Fact("have the key that the call names", post.value(forHTTPHeaderField: "Idempotency-Key"), is: "mine"),
        Fact("have a body without what the path says", post.httpBody.map { String(decoding: $0, as: UTF8.self) },
            is: #"{"q":"x&y=é+ z"}"#),
        Fact("are refused where a part of their path makes another of it", upwards.filter { (try? path($0)) != nil }, is: []),
    ]
}

func repetition() -> [Fact] {
    let policy = RetryPolicy(attempts: 3, firstPause: 1, longestPause: 10)
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    let soon = secondsToWait(formatter.string(from: Date().addingTimeInterval(30))) ?? -1
    let pauses = (1...200).map { _ in policy.backoff(after: 2) }
    return [
        Fact("ends after the last attempt", policy.pause(after: 3, asked: nil) == nil, is: true),
        Fact("waits as long as it is asked to", policy.pause(after: 1, asked: 7), is: 7),
        Fact("ends where it is asked to wait too long", policy.pause(after: 1, asked: 11) == nil, is: true),
        Fact("backs off by chance, within bounds", pauses.allSatisfy { (0...2).contains($0) } && Set(pauses).count > 100, is: true),
        Fact("reads Retry-After in seconds", secondsToWait("3"), is: 3),
        Fact("reads Retry-After as a date", (28...30).contains(soon), is: true),
        Fact("reads no nonsense", secondsToWait("soon") == nil, is: true),
    ]
}

func bodies() throws -> [Fact] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("checks-\(UUID().uuidString).txt")
    try Data("on disk".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    var body: MultipartBody? = try MultipartBody([
        .text(name: "a[b]", value: "é"), .file(name: "f", file: UploadFile(url, name: "a\"\r\nb.txt", contentType: "text/plain")),
    ])
    let file = body?.file
    let boundary = body?.contentType.components(separatedBy: "boundary=").last ?? ""
    let text = try file.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    body = nil
    return [
        Fact(
            "have each part between boundaries", text,
            is: "--\(boundary)\r\nContent-Disposition: form-data; name=\"a[b]\"\r\n\r\né\r\n"
                + "--\(boundary)\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a%22%0D%0Ab.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\non disk\r\n--\(boundary)--\r\n"),
        Fact("leave no file behind", file.map { FileManager.default.fileExists(atPath: $0.path) }, is: false),
    ]
}

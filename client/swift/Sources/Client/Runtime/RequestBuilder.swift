/// A call → the request that every attempt sends.
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A request, and its body where that is in a file.
struct PreparedRequest: Sendable {
    var request: URLRequest
    let form: MultipartBody?
}

/// Makes requests to one server.
struct RequestBuilder: Sendable {
    /// Where the routes begin: `https://example.com/api`.
    let base: String
    let userAgent: String
    let headers: [String: String]

    init(url: URL, basePath: String, userAgent: String, headers: [String: String]) {
        let server = url.absoluteString
        let origin = server.hasSuffix("/") ? String(server.dropLast()) : server
        base = origin + basePath
        self.userAgent = userAgent
        self.headers = headers
    }

    func build(_ route: Route, _ input: CallInput, _ options: CallOptions, accept: String) throws -> PreparedRequest {
        let (path, named) = try fill(route.path, input)
        let rest = input.without(named)
        let query = route.body == .none ? try queryText(rest) : ""
        guard let url = URL(string: base + path + query) else {
            throw APIError.invalidRequest("\(base)\(path) is no address")
        }
        var request = URLRequest(url: url)
        request.httpMethod = route.method.rawValue
        request.setValue(userAgent, forHTTPHeaderField: "User-Agent")
        request.setValue(accept, forHTTPHeaderField: "Accept")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        for (name, value) in options.headers { request.setValue(value, forHTTPHeaderField: name) }
        if route.repetition == .underKey {
            request.setValue(options.idempotencyKey ?? UUID().uuidString, forHTTPHeaderField: "Idempotency-Key")
        }
        return try withBody(request, route, rest)
    }

    private func withBody(_ request: URLRequest, _ route: Route, _ input: CallInput) throws -> PreparedRequest {
        var request = request
        switch route.body {
        case .none:
            return PreparedRequest(request: request, form: nil)
        case .json:
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = try encoding { try JSONEncoder.api.encode(input) }
            return PreparedRequest(request: request, form: nil)
        case .form:
            let form = try MultipartBody(encoding { try flatFields(of: input) })
            request.setValue(form.contentType, forHTTPHeaderField: "Content-Type")
            return PreparedRequest(request: request, form: form)
        }
    }

    /// `/posts/{id}` → `/posts/7`, and the names that were filled in.
    private func fill(_ template: String, _ input: CallInput) throws -> (path: String, names: Set<String>) {
        var names: Set<String> = []
        let segments = try template.split(separator: "{", omittingEmptySubsequences: false).enumerated().map {
            index, part -> String in
            guard index > 0, let end = part.firstIndex(of: "}") else { return escapedPath(String(part)) }
            let name = String(part[..<end])
            // Dots lead upwards however they are written: proxies and servers read %2E as one.
            guard case .text(_, let value)? = try field(name, of: input), !["", ".", ".."].contains(value) else {
                throw APIError.invalidRequest("\(name) is part of the path and cannot be empty, nor dots alone")
            }
            names.insert(name)
            return escapedSegment(value) + escapedPath(String(part[part.index(after: end)...]))
        }
        return (segments.joined(), names)
    }

    private func field(_ name: String, of input: CallInput) throws -> FlatField? {
        var only = CallInput()
        guard let (_, value) = input.fields.first(where: { $0.name == name }) else { return nil }
        only = only.with(name, value)
        return try encoding { try flatFields(of: only) }.first
    }

    private func queryText(_ input: CallInput) throws -> String {
        let pairs = try encoding { try flatFields(of: input) }.compactMap { field -> String? in
            guard case .text(let name, let value) = field else { return nil }
            return "\(escapedSegment(name))=\(escapedSegment(value))"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private func encoding<Value>(_ encode: () throws -> Value) throws -> Value {
        do {
            return try encode()
        } catch let error as EncodingError {
            throw APIError.invalidRequest(String(describing: error))
        }
    }
}

/// Everything but what stands for itself everywhere in an address.
private func escapedSegment(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
}

private func escapedPath(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: unreserved.union(CharacterSet(charactersIn: "/:@!$&'()*+,;="))) ?? ""
}

private let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

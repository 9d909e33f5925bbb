/// What the server answers when a call fails.
/// @see https://www.rfc-editor.org/rfc/rfc9457

/// The kind of a failure. The codes of this API are its static members; a newer server may send others.
public struct ProblemCode: RawRepresentable, Sendable, Hashable, Codable {
    /// `not_found`
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A failed call, as the server explains it.
public struct Problem: Sendable, Hashable {
    public let code: ProblemCode
    /// The status of the answer.
    public let status: Int
    /// What the code means, in a few words.
    public let title: String
    /// One sentence about this occurrence.
    public let detail: String
    /// Address of the page that explains the code.
    public let type: String
    /// Path of the request that failed.
    public let instance: String
    /// Under this id the server's log has the request.
    public let requestID: String
    /// What is wrong with the input, field by field.
    public let issues: [FieldIssue]
    /// Seconds after which it may go well.
    public internal(set) var retryAfter: Double?
}

/// What is wrong with a field of the input.
public struct FieldIssue: Sendable, Hashable {
    /// Where it is: `/price/amount`.
    /// @see https://www.rfc-editor.org/rfc/rfc6901
    public let pointer: String
    /// One sentence for a person.
    public let detail: String
    /// `too_small`
    public let code: String
}

extension Problem: Decodable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldKey.self)
        code = try fields.value("code")
        status = try fields.value("status")
        title = try fields.optional("title") ?? ""
        detail = try fields.optional("detail") ?? ""
        type = try fields.optional("type") ?? "about:blank"
        instance = try fields.optional("instance") ?? ""
        requestID = try fields.optional("requestId") ?? ""
        issues = try fields.optional("errors") ?? []
    }
}

extension FieldIssue: Decodable {
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldKey.self)
        pointer = try fields.value("pointer")
        detail = try fields.optional("detail") ?? ""
        code = try fields.optional("code") ?? ""
    }
}

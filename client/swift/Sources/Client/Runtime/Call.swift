/// One call, before it becomes a request.

/// How REST serves an operation. The generated part describes every operation so.
struct Route: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    enum Body: Sendable {
        case none
        case json
        case form
    }

    /// Whether a call that may have arrived can be sent again.
    enum Repetition: Sendable {
        case never
        case always
        /// Under an `Idempotency-Key`, which the client adds.
        case underKey
    }

    /// What a call means for the client's tokens.
    enum TokenUse: Sendable {
        case sent
        /// Its answer has the tokens to use from now on.
        case kept
        /// After it nobody is signed in.
        case dropped
    }

    let method: Method
    /// `/posts/{id}`
    let path: String
    var body: Body = .none
    var repetition: Repetition = .never
    var tokens: TokenUse = .sent
}

/// What an operation takes, field by field in the order of its description.
struct CallInput: Sendable {
    private(set) var fields: [(name: String, value: any Encodable & Sendable)] = []

    /// A field that is always sent; an optional one as null.
    mutating func value<Value: Encodable & Sendable>(_ name: String, _ value: Value) {
        fields.append((name, value))
    }

    /// A field that is left out where it is nil.
    mutating func optional<Value: Encodable & Sendable>(_ name: String, _ value: Value?) {
        if let value { fields.append((name, value)) }
    }

    /// A field that may be left out and may be null.
    mutating func field<Value: Encodable & Sendable>(_ name: String, _ field: Field<Value>) {
        switch field {
        case .absent: break
        case .null: fields.append((name, JSON.null))
        case .value(let value): fields.append((name, value))
        }
    }

    /// Fields that the description does not name.
    mutating func others<Value: Encodable & Sendable>(_ others: [String: Value]) {
        for (name, value) in others.sorted(by: { $0.key < $1.key }) { fields.append((name, value)) }
    }

    /// Changes a field, or adds it.
    func with(_ name: String, _ value: some Encodable & Sendable) -> CallInput {
        var changed = self
        changed.fields.removeAll { $0.name == name }
        changed.fields.append((name, value))
        return changed
    }

    func without(_ names: Set<String>) -> CallInput {
        var rest = self
        rest.fields.removeAll { names.contains($0.name) }
        return rest
    }
}

extension CallInput: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldKey.self)
        for (name, value) in fields { try container.encode(value, forKey: FieldKey(stringValue: name)) }
    }
}

/// What generated enums and unions have in common: they keep what they do not know.

/// An enum that keeps values which a newer server sends.
public protocol OpenEnum: RawRepresentable, Sendable, Hashable, Codable where RawValue: Codable {
    init(rawValue: RawValue)
}

extension OpenEnum {
    public init(from decoder: any Decoder) throws {
        self.init(rawValue: try decoder.read())
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.write(rawValue)
    }
}

extension Decoder {
    /// The value as a whole.
    func read<Value: Decodable>() throws -> Value {
        try singleValueContainer().decode(Value.self)
    }

    /// What tells the variants of a union apart; null where it is missing.
    func tag(_ key: FieldKey) -> JSON {
        guard let fields = try? container(keyedBy: FieldKey.self) else { return .null }
        return (try? fields.decode(JSON.self, forKey: key)) ?? .null
    }
}

extension Encoder {
    func write(_ value: some Encodable) throws {
        var container = singleValueContainer()
        try container.encode(value)
    }
}

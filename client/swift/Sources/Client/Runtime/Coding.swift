/// How values become JSON and come back; the generated models read and write their fields through this.
import Foundation

extension JSONDecoder {
    /// Reads what the API sends.
    public static var api: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let date = RFC3339.parse(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no date")
            }
            return date
        }
        return decoder
    }
}

extension JSONEncoder {
    /// Writes what the API reads.
    public static var api: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(RFC3339.format(date))
        }
        return encoder
    }
}

/// A key of an object, by its name on the wire.
struct FieldKey: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(stringLiteral value: String) { stringValue = value }
}

extension KeyedDecodingContainer where Key == FieldKey {
    /// A field that must be there; where its type is optional, it may be null.
    func value<Value: Decodable>(_ key: FieldKey) throws -> Value {
        try decode(Value.self, forKey: key)
    }

    /// A field that may be absent; null counts as absent.
    func optional<Value: Decodable>(_ key: FieldKey) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: key)
    }

    /// A field that may be absent or null.
    func field<Value: Decodable>(_ key: FieldKey) throws -> Field<Value> {
        guard contains(key) else { return .absent }
        return try decodeNil(forKey: key) ? .null : .value(decode(Value.self, forKey: key))
    }

    /// Every field but these.
    func others<Value: Decodable>(than known: Set<String>) throws -> [String: Value] {
        let keys = allKeys.filter { !known.contains($0.stringValue) }
        return try Dictionary(uniqueKeysWithValues: keys.map { ($0.stringValue, try value($0)) })
    }
}

extension KeyedEncodingContainer where Key == FieldKey {
    mutating func value<Value: Encodable>(_ value: Value, _ key: FieldKey) throws {
        try encode(value, forKey: key)
    }

    mutating func optional<Value: Encodable>(_ value: Value?, _ key: FieldKey) throws {
        try encodeIfPresent(value, forKey: key)
    }

    mutating func field<Value: Encodable>(_ field: Field<Value>, _ key: FieldKey) throws {
        switch field {
        case .absent: break
        case .null: try encodeNil(forKey: key)
        case .value(let value): try encode(value, forKey: key)
        }
    }

    mutating func others<Value: Encodable>(_ fields: [String: Value]) throws {
        for (name, value) in fields { try encode(value, forKey: FieldKey(stringValue: name)) }
    }
}

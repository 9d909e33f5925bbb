/// Maps whose keys need not be text; they travel as a list of pairs.

/// A map that travels as `[[key, value], …]`.
public struct EntryMap<Key: Hashable & Sendable, Value: Hashable & Sendable>: Sendable, Hashable {
    public var dictionary: [Key: Value]

    public init(_ dictionary: [Key: Value] = [:]) {
        self.dictionary = dictionary
    }

    public subscript(key: Key) -> Value? {
        get { dictionary[key] }
        set { dictionary[key] = newValue }
    }
}

extension EntryMap: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral entries: (Key, Value)...) {
        dictionary = Dictionary(entries, uniquingKeysWith: { _, last in last })
    }
}

extension EntryMap: Decodable where Key: Decodable, Value: Decodable {
    public init(from decoder: any Decoder) throws {
        var entries = try decoder.unkeyedContainer()
        dictionary = [:]
        while !entries.isAtEnd {
            var pair = try entries.nestedUnkeyedContainer()
            let key = try pair.decode(Key.self)
            dictionary[key] = try pair.decode(Value.self)
        }
    }
}

extension EntryMap: Encodable where Key: Encodable, Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var entries = encoder.unkeyedContainer()
        for (key, value) in dictionary {
            var pair = entries.nestedUnkeyedContainer()
            try pair.encode(key)
            try pair.encode(value)
        }
    }
}

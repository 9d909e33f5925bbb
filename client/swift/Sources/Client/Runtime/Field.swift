/// A field that may be left out and may be null, which mean different things: leave as it is, and take away.

/// A field that may be absent, null or a value; `nil` and literals stand for themselves.
public enum Field<Value> {
    case absent
    case null
    case value(Value)

    /// The value, where there is one.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// Null where there is no value: an optional says what to set, never to leave as it is.
    public init(_ value: Value?) {
        self = value.map(Field.value) ?? .null
    }
}

extension Field: Sendable where Value: Sendable {}
extension Field: Equatable where Value: Equatable {}
extension Field: Hashable where Value: Hashable {}

extension Field: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}

extension Field: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral literal: Value.UnicodeScalarLiteralType) {
        self = .value(Value(unicodeScalarLiteral: literal))
    }
}

extension Field: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral literal: Value.ExtendedGraphemeClusterLiteralType) {
        self = .value(Value(extendedGraphemeClusterLiteral: literal))
    }
}

extension Field: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
    public init(stringLiteral literal: Value.StringLiteralType) {
        self = .value(Value(stringLiteral: literal))
    }
}

extension Field: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral literal: Value.IntegerLiteralType) {
        self = .value(Value(integerLiteral: literal))
    }
}

extension Field: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
    public init(floatLiteral literal: Value.FloatLiteralType) {
        self = .value(Value(floatLiteral: literal))
    }
}

extension Field: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral literal: Value.BooleanLiteralType) {
        self = .value(Value(booleanLiteral: literal))
    }
}

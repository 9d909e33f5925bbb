/// Lists of a fixed length whose items have types of their own.

public struct Tuple2<First: Sendable, Second: Sendable>: Sendable {
    public var first: First
    public var second: Second

    public init(_ first: First, _ second: Second) {
        (self.first, self.second) = (first, second)
    }
}

public struct Tuple3<First: Sendable, Second: Sendable, Third: Sendable>: Sendable {
    public var first: First
    public var second: Second
    public var third: Third

    public init(_ first: First, _ second: Second, _ third: Third) {
        (self.first, self.second, self.third) = (first, second, third)
    }
}

public struct Tuple4<First: Sendable, Second: Sendable, Third: Sendable, Fourth: Sendable>: Sendable {
    public var first: First
    public var second: Second
    public var third: Third
    public var fourth: Fourth

    public init(_ first: First, _ second: Second, _ third: Third, _ fourth: Fourth) {
        (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }
}

extension Tuple2: Equatable where First: Equatable, Second: Equatable {}
extension Tuple2: Hashable where First: Hashable, Second: Hashable {}
extension Tuple3: Equatable where First: Equatable, Second: Equatable, Third: Equatable {}
extension Tuple3: Hashable where First: Hashable, Second: Hashable, Third: Hashable {}
extension Tuple4: Equatable where First: Equatable, Second: Equatable, Third: Equatable, Fourth: Equatable {}
extension Tuple4: Hashable where First: Hashable, Second: Hashable, Third: Hashable, Fourth: Hashable {}

extension Tuple2: Decodable where First: Decodable, Second: Decodable {
    public init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        self.init(try items.decode(First.self), try items.decode(Second.self))
    }
}

extension Tuple2: Encodable where First: Encodable, Second: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var items = encoder.unkeyedContainer()
        try items.encode(first)
        try items.encode(second)
    }
}

extension Tuple3: Decodable where First: Decodable, Second: Decodable, Third: Decodable {
    public init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        self.init(try items.decode(First.self), try items.decode(Second.self), try items.decode(Third.self))
    }
}

extension Tuple3: Encodable where First: Encodable, Second: Encodable, Third: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var items = encoder.unkeyedContainer()
        try items.encode(first)
        try items.encode(second)
        try items.encode(third)
    }
}

extension Tuple4: Decodable where First: Decodable, Second: Decodable, Third: Decodable, Fourth: Decodable {
    public init(from decoder: any Decoder) throws {
        var items = try decoder.unkeyedContainer()
        self.init(
            try items.decode(First.self), try items.decode(Second.self), try items.decode(Third.self),
            try items.decode(Fourth.self))
    }
}

extension Tuple4: Encodable where First: Encodable, Second: Encodable, Third: Encodable, Fourth: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var items = encoder.unkeyedContainer()
        try items.encode(first)
        try items.encode(second)
        try items.encode(third)
        try items.encode(fourth)
    }
}

/// Whole numbers of any size; they travel as text.

/// A whole number of any size, kept as its decimal digits.
public struct BigInteger: Sendable, Hashable, LosslessStringConvertible, ExpressibleByIntegerLiteral {
    /// Decimal digits, after a minus where it is negative.
    public let description: String

    /// Nil where the text is no whole number.
    public init?(_ text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let significant = digits.drop { $0 == "0" }
        if significant.isEmpty {
            description = "0"
        } else {
            description = (text.hasPrefix("-") ? "-" : "") + significant
        }
    }

    public init<Number: BinaryInteger>(_ number: Number) {
        description = String(number)
    }

    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// As a number; nil where it does not fit.
    public func exactly<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
        Number(description)
    }
}

extension BigInteger: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self.init(number)
            return
        }
        let text = try container.decode(String.self)
        guard let number = BigInteger(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no whole number")
        }
        self = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

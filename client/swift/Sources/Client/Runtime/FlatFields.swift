/// Values as the flat fields of a query or a form: `filter[kind]=a`, a list by repetition; null and the empty list are the
/// empty text.
import Foundation

/// A field of a query or a form.
enum FlatField: Sendable {
    case text(name: String, value: String)
    case file(name: String, file: UploadFile)
}

/// The fields of an input; files among them stay files.
func flatFields(of input: CallInput) throws -> [FlatField] {
    let files = Locked<[UploadFile]>([])
    let encoder = JSONEncoder.api
    encoder.userInfo[UploadFile.collected] = files
    return try input.fields.flatMap { name, value -> [FlatField] in
        if let text = value as? String { return [.text(name: name, value: text)] }
        // In an array, since not every encoder takes a value that is no object.
        let tree = try JSONDecoder.api.decode([JSON].self, from: encoder.encode([AnyValue(value)]))
        return flatten(name, tree[0], files.withLock { $0 })
    }
}

/// The text of a value that has no parts; nil where it has some.
func scalarText(_ value: JSON) -> String? {
    switch value {
    case .null: ""
    case .bool(let bool): String(bool)
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .string(let text): text
    case .array, .object: nil
    }
}

private func flatten(_ name: String, _ value: JSON, _ files: [UploadFile]) -> [FlatField] {
    switch value {
    case .object(let fields):
        if case .integer(let index)? = fields[UploadFile.placeholder] { return [.file(name: name, file: files[index])] }
        return fields.sorted { $0.key < $1.key }.flatMap { flatten("\(name)[\($0.key)]", $0.value, files) }
    case .array([]):
        return [.text(name: name, value: "")]
    case .array(let items):
        let areNumbered = items.contains { scalarText($0) == nil && $0[UploadFile.placeholder] == nil }
        return items.enumerated().flatMap { flatten(areNumbered ? "\(name)[\($0.offset)]" : name, $0.element, files) }
    default:
        return [.text(name: name, value: scalarText(value) ?? "")]
    }
}

/// A value whose type is not known here.
private struct AnyValue: Encodable {
    let value: any Encodable

    init(_ value: any Encodable) { self.value = value }

    func encode(to encoder: any Encoder) throws { try encoder.write(value) }
}

/// Makes every call of the gallery, and tells of each whether the same came back.
import Foundation
import Gallery

@main
enum Main {
    static func main() async {
        let origin = ProcessInfo.processInfo.environment["PORTICO_ORIGIN"] ?? ""
        await makeCalls(GalleryClient(ClientConfiguration(url: URL(string: origin)!, retry: .never)))
    }
}

/// An argument, read from the JSON that means it.
func arg<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder.api.decode([Value].self, from: Data("[\(json)]".utf8))[0]
}

/// A result, as JSON again.
func plain(_ value: some Encodable) throws -> JSON {
    try JSONDecoder.api.decode([JSON].self, from: JSONEncoder.api.encode([value]))[0]
}

func check(_ name: String, _ expected: String?, _ call: () async throws -> JSON?) async {
    do {
        let wanted: JSON? = try expected.map { try arg($0) }
        let answered = try await call()
        if same(answered, wanted) {
            print("ok \(name)")
        } else {
            print("failed \(name): \(String(describing: answered)), not \(expected ?? "nothing")")
        }
    } catch {
        print("failed \(name): \(error)")
    }
}

/// Whether two values mean the same: a list may be a set, whose order means nothing, and 1.0 is 1.
private func same(_ one: JSON?, _ other: JSON?) -> Bool {
    switch (one, other) {
    case (.integer(let integer)?, .number(let number)?), (.number(let number)?, .integer(let integer)?):
        Double(integer) == number
    case (.array(let items)?, .array(let others)?):
        items.count == others.count
            && (zip(items, others).allSatisfy { same($0, $1) } || items.allSatisfy { item in others.contains { same(item, $0) } })
    case (.object(let fields)?, .object(let others)?):
        fields.count == others.count && fields.allSatisfy { same($0.value, others[$0.key]) }
    default: one == other
    }
}

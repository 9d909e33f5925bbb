/// What the runtime does without a server: a line for each fact, `ok <fact>` or `failed <fact>: <reason>`.
import Foundation

@main
enum Main {
    static func main() async {
        await check("dates", dates)
        await check("values", values)
        await check("events", events)
        await check("flat fields", flatFieldsOfInputs)
        await check("requests", requests)
        await check("repetition", repetition)
        await check("tokens", tokens)
        await check("bodies", bodies)
    }

    private static func check(_ subject: String, _ facts: () async throws -> [Fact]) async {
        do {
            for fact in try await facts() {
                print(fact.holds ? "ok \(subject): \(fact.name)" : "failed \(subject): \(fact.name): \(fact.instead)")
            }
        } catch {
            print("failed \(subject): \(error)")
        }
    }
}

/// Something that must hold.
struct Fact {
    let name: String
    let holds: Bool
    let instead: String

    init<Value: Equatable>(_ name: String, _ value: Value, is expected: Value) {
        self.name = name
        holds = value == expected
        instead = "\(value), not \(expected)".replacingOccurrences(of: "\n", with: "\\n")
    }
}

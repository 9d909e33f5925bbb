/// A program that was written for yesterday's server, and meets today's.
import Foundation
import Yesterday

@main
enum Main {
    static func main() async {
        let origin = ProcessInfo.processInfo.environment["PORTICO_ORIGIN"] ?? ""
        let client = YesterdayClient(url: URL(string: origin)!)
        await check("new fields do no harm") {
            let first = try await client.things.list().items[0]
            return first.id == "1" && first.kind == .small && first.note == .absent
        }
        await check("a new value of an enum is kept") {
            let second = try await client.things.list().items[1]
            guard case .unknown("huge") = second.kind else { return false }
            return second.note == .null
        }
        await check("a known variant is what it is") {
            guard case .circle(let circle) = try await client.things.list().items[0].form else { return false }
            return circle.radius == 2.5
        }
        await check("a new variant of a union is kept whole") {
            guard case .unknown(let form) = try await client.things.list().items[1].form else { return false }
            return form == ["shape": "square", "side": 4]
        }
        await check("a new code of a failure can be told") {
            do {
                _ = try await client.things.make(id: "1")
                return false
            } catch let error as APIError where error.code == ProblemCode(rawValue: "conflict") {
                return error.problem?.status == 409
            }
        }
        await check("a call without the new parameter is the same") {
            try await client.things.list(kind: .large).items.count == 2
        }
    }

    private static func check(_ name: String, _ holds: @Sendable () async throws -> Bool) async {
        do {
            print(try await holds() ? "ok \(name)" : "failed \(name)")
        } catch {
            print("failed \(name): \(error)")
        }
    }
}

/// The steps of test/clients/README.md, done as an app would do them.
import Foundation
import Portico

/// A run of the scenario, and what its steps leave for each other.
@MainActor
final class Scenario {
    let origin: String
    let label: String
    var tokens: TokenPair?
    var postIDs: [String] = []
    var liveID: String?
    var fileID: String?

    init(origin: String, label: String) {
        self.origin = origin
        self.label = label
    }

    /// A client whose connection has a fault; `plain` has none.
    func client(_ fault: String = "plain", tokens: TokenPair? = nil) -> PorticoClient {
        let url = URL(string: "\(origin)/\(fault)/\(label)")!
        return PorticoClient(ClientConfiguration(url: url, tokens: tokens ?? self.tokens))
    }

    func run() async {
        await step("register", register)
        await step("log-in", logIn)
        await step("iterate-three-pages", iteratePages)
        await step("unknown-enum-value", readUnknownEnum)
        await step("unknown-union-variant", readUnknownVariant)
        await step("retry-under-one-key", retry)
        await step("typed-field-errors", failOnField)
        await step("stream-to-its-end", followToTheEnd)
        await step("timeout", timeOut)
        await step("cancel", cancel)
        await step("refresh-once", refresh)
        await step("upload-with-progress", upload)
        await step("download-same-bytes", download)
        await step("date-with-milliseconds", readDate)
        await step("null-against-absent", takeAway)
        await step("typed-not-found", failToFind)
        await step("unknown-error-code", failInNewWay)
    }

    private func step(_ name: String, _ work: () async throws -> Void) async {
        do {
            try await work()
            report("ok \(name)")
        } catch {
            report("failed \(name): \(String(describing: error).replacingOccurrences(of: "\n", with: " "))")
        }
    }

    /// At once: nothing is lost where the program ends early.
    private func report(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}

/// What a step expected and did not find.
struct Unexpected: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws {
    if !holds { throw Unexpected(otherwise()) }
}

func found<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw Unexpected("\(name) is missing") }
    return value
}

/// Says names that are those of the language, as an app would.
import Foundation
import HardNames

@main
enum Main {
    static func main() async {
        let origin = ProcessInfo.processInfo.environment["PORTICO_ORIGIN"] ?? ""
        let client = HardNamesClient(url: URL(string: origin)!)
        do {
            let sent = Members(init_: "1", self_: "2", class: "3", in: "4", default: "5", größe: "6", 日本: "7")
            let answered = try await client.things.members(
                init_: "1", self_: "2", class: "3", in: "4", default: "5", größe: "6", 日本: "7")
            print(answered == sent ? "ok members" : "failed members: \(answered)")
        } catch {
            print("failed members: \(error)")
        }
    }
}

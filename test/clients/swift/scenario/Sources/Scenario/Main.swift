/// Runs the scenario against the server that the environment names.
import Foundation

@main
enum Main {
    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        guard let origin = environment["PORTICO_ORIGIN"], let label = environment["PORTICO_LABEL"] else {
            fatalError("PORTICO_ORIGIN and PORTICO_LABEL say what to run against")
        }
        await Scenario(origin: origin, label: label).run()
    }
}

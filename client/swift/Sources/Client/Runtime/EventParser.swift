/// Reads server-sent events from bytes that come in pieces.
/// @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
import Foundation

/// One event.
struct ParsedEvent: Sendable, Equatable {
    /// `message` where it has no name.
    let type: String
    let data: String
    /// The id after which to go on: its own, or that of an event before.
    let lastEventID: String
}

/// Takes bytes, gives events.
struct EventParser {
    private var lastEventID: String
    private var type = ""
    private var data: [String] = []
    private var rest = Data()

    /// - Parameter lastEventID: what the events of an earlier connection left
    init(lastEventID: String = "") {
        self.lastEventID = lastEventID
    }

    /// The events that these bytes complete.
    mutating func take(_ bytes: Data) -> [ParsedEvent] {
        rest.append(bytes)
        var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        rest = Data(lines.popLast() ?? Data())
        return lines.compactMap { takeLine(String(decoding: $0, as: UTF8.self)) }
    }

    private mutating func takeLine(_ raw: String) -> ParsedEvent? {
        let line = raw.hasSuffix("\r") ? String(raw.dropLast()) : raw
        if line.isEmpty { return dispatch() }
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count > 1 ? String(parts[1].hasPrefix(" ") ? parts[1].dropFirst() : parts[1]) : ""
        switch parts[0] {
        case "data": data.append(value)
        case "event": type = value
        case "id" where !value.contains("\0"): lastEventID = value
        default: break
        }
        return nil
    }

    /// An event without a line of data is none.
    private mutating func dispatch() -> ParsedEvent? {
        defer { (type, data) = ("", []) }
        guard !data.isEmpty else { return nil }
        return ParsedEvent(
            type: type.isEmpty ? "message" : type, data: data.joined(separator: "\n"), lastEventID: lastEventID)
    }
}

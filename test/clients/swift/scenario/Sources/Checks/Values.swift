/// Dates and other values on their way to JSON and back.
import Foundation
@testable import Portico

func dates() -> [Fact] {
    let written = [
        "1970-01-01T00:00:00.000Z", "2024-02-29T12:34:56.789Z", "2000-02-29T23:59:59.999Z", "1900-03-01T00:00:00.001Z",
        "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z",
    ]
    let read = written.map { RFC3339.parse($0).map(RFC3339.format) }
    let wrong = [
        "", "2024-02-29", "2024-13-01T00:00:00Z", "2024-02-29T24:00:00Z", "2024-02-29T12:34:56", "2024-02-29T12:34:56.Z",
        "2024-02-29T12:34:56Zx", "24-02-29T12:34:56Z",
    ]
    var lost = 0
    for milliseconds in stride(from: Int64(-2_000_000_000_000), to: 4_000_000_000_000, by: 40_000_000_007) {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        if RFC3339.parse(RFC3339.format(date)) != date { lost += 1 }
    }
    return [
        Fact("are read and written the same", read, is: written),
        Fact("keep every millisecond", lost, is: 0),
        Fact("begin in 1970", RFC3339.parse("1970-01-01T00:00:01.5Z")?.timeIntervalSince1970, is: 1.5),
        Fact(
            "have offsets", RFC3339.parse("2024-01-01T00:00:00.25+05:30").map(RFC3339.format),
            is: "2023-12-31T18:30:00.250Z"),
        Fact("lose what is finer", RFC3339.parse("2024-01-01T00:00:00.123999Z").map(RFC3339.format),
            is: "2024-01-01T00:00:00.123Z"),
        Fact("are refused where they are none", wrong.filter { RFC3339.parse($0) != nil }, is: []),
    ]
}

func values() throws -> [Fact] {
    let text = #"{"a":[1,2.5,"x",null,true],"b":{"c":"é"}}"#
    let json = try JSONDecoder.api.decode(JSON.self, from: Data(text.utf8))
    let again = try JSONDecoder.api.decode(JSON.self, from: JSONEncoder.api.encode(json))
    let status = try JSONDecoder.api.decode([PostStatus].self, from: Data(#"["draft","archived"]"#.utf8))
    let big = BigInteger("-00123456789012345678901234567890")
    var input = CallInput()
    input.field("absent", Field<String>.absent)
    input.field("null", Field<String>.null)
    input.field("value", Field.value("x"))
    let sent = try JSONDecoder.api.decode(JSON.self, from: JSONEncoder.api.encode(input))
    let map: EntryMap<Int, String> = [1: "a"]
    return [
        Fact("any JSON survives", again, is: json),
        Fact("an unknown enum value survives", status, is: [.draft, .unknown("archived")]),
        Fact(
            "an unknown enum value is sent as it came",
            String(decoding: try JSONEncoder.api.encode(status), as: UTF8.self), is: #"["draft","archived"]"#),
        Fact("a big integer has every digit", big?.description, is: "-123456789012345678901234567890"),
        Fact("absent, null and a value are three things", sent, is: ["null": nil, "value": "x"]),
        Fact("a map is a list of pairs", String(decoding: try JSONEncoder.api.encode(map), as: UTF8.self), is: #"[[1,"a"]]"#),
    ]
}

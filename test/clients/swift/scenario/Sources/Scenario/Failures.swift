/// Failures, and calls that nobody waits for any longer.
import Foundation
import Portico

extension Scenario {
    func retry() async throws {
        for fault in ["two-503s", "lost-answer"] {
            let post = try await client(fault).posts.create(title: "\(label) \(fault)", body: "text")
            try expect(post.title == "\(label) \(fault)", "the title is \(post.title)")
        }
    }

    func failOnField() async throws {
        do {
            _ = try await client().posts.create(title: "", body: "text")
        } catch let error as APIError where error.code == .invalidInput {
            let issue = try found(error.problem?.issues.first, "an issue")
            return try expect(issue.pointer == "/title", "the pointer is \(issue.pointer)")
        }
        throw Unexpected("a post without a title was written")
    }

    func failToFind() async throws {
        do {
            _ = try await client().posts.get(id: "00000000-0000-4000-8000-000000000000")
        } catch let error as APIError where error.code == .notFound {
            return
        }
        throw Unexpected("a post that is not there was read")
    }

    func failInNewWay() async throws {
        do {
            _ = try await client("unknown-code").posts.get(id: "00000000-0000-4000-8000-000000000000")
        } catch APIError.problem(let problem) {
            let isKept = problem.code.rawValue == "vanished" && problem.status == 404
            return try expect(isKept, "it is \(problem.code.rawValue) \(problem.status)")
        }
        throw Unexpected("a post that is not there was read")
    }

    func timeOut() async throws {
        let begin = ContinuousClock.now
        do {
            _ = try await client("slow").posts.tags(options: CallOptions(timeout: .milliseconds(500)))
        } catch APIError.timeout {
            let waited = ContinuousClock.now - begin
            return try expect(waited < .seconds(5), "it took \(waited)")
        }
        throw Unexpected("the call did not time out")
    }

    func cancel() async throws {
        let begin = ContinuousClock.now
        let slow = client("slow")
        let call = Task { try await slow.posts.list() }
        try await Task.sleep(for: .milliseconds(500))
        call.cancel()
        do {
            _ = try await call.value
        } catch is CancellationError {
            let waited = ContinuousClock.now - begin
            return try expect(waited < .seconds(5), "it took \(waited)")
        }
        throw Unexpected("the call was not cancelled")
    }

    func followToTheEnd() async throws {
        let (plain, id) = (client(), try found(liveID, "the post"))
        var told: [String] = []
        for try await event in client("cut-stream").comments.live(postID: id) {
            switch event {
            case .reset:
                told.append("reset")
                for body in ["1", "2"] { _ = try await plain.comments.create(postID: id, body: body) }
            case .created(let created): told.append(created.comment.body)
            default: told.append("\(event)")
            }
        }
        try expect(told == ["reset", "1", "2"], "the stream told \(told)")
    }
}

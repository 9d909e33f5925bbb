/** An account, and failures with types. */
package scenario

import portico.ApiException

private const val PASSWORD = "correct horse battery"

suspend fun accounts(stage: Stage) {
    val (client, label) = stage.plain to stage.label
    stage.step("register") {
        val user = client.accounts.register(username = label, email = "$label@example.com", password = PASSWORD)
        expect(user.username == label) { "registered as ${user.username}" }
    }
    stage.step("log-in") {
        client.signIn(username = label, password = PASSWORD)
        expect(client.accounts.me().username == label) { "somebody else is signed in" }
    }
    stage.step("typed-field-errors") {
        try {
            client.posts.create(title = "", body = "text")
            throw AssertionError("A post without a title was taken")
        } catch (problem: ApiException.InvalidInput) {
            val pointer = problem.problem.errors.first().pointer
            expect(pointer == "/title") { "the pointer is $pointer" }
        }
    }
    stage.step("typed-not-found") {
        try {
            client.posts.get("00000000-0000-4000-8000-000000000000")
            throw AssertionError("There is a post that cannot be")
        } catch (problem: ApiException.NotFound) {
            expect(problem.problem.status == 404) { "the status is ${problem.problem.status}" }
        }
    }
    stage.step("unknown-error-code") {
        try {
            stage.on("unknown-code").posts.get("00000000-0000-4000-8000-000000000000")
            throw AssertionError("There is a post that cannot be")
        } catch (unknown: ApiException.Unknown) {
            val problem = unknown.problem
            expect(problem.code == "vanished" && problem.status == 404) { "it is ${problem.code} ${problem.status}" }
        }
    }
}

/** An expired token, with many calls waiting. */
package scenario

import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope

suspend fun sessions(stage: Stage) {
    stage.step("refresh-once") {
        val client = stage.on("expired-token")
        val before = client.session.tokens()
        val names = coroutineScope { List(10) { async { client.accounts.me().username } }.awaitAll() }
        expect(names.all { it == stage.label }) { "they answered $names" }
        expect(client.session.tokens() != before) { "the tokens are the old ones" }
    }
}

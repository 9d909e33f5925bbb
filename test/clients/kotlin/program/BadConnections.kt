/** Repetition, timeouts and cancellation. */
package scenario

import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.supervisorScope
import portico.runtime.CallOptions
import portico.runtime.CallTimeoutException

suspend fun badConnections(stage: Stage) {
    val label = stage.label
    stage.step("retry-under-one-key") {
        val refused = stage.on("two-503s").posts.create(title = "$label two-503s", body = "text")
        val lost = stage.on("lost-answer").posts.create(title = "$label lost-answer", body = "text")
        expect(refused.title == "$label two-503s") { "it wrote ${refused.title}" }
        expect(lost.title == "$label lost-answer") { "it wrote ${lost.title}" }
    }
    stage.step("timeout") {
        val took = milliseconds {
            try {
                stage.on("slow").posts.tags(options = CallOptions(timeout = 500.milliseconds))
                throw AssertionError("It did not time out")
            } catch (_: CallTimeoutException) {
                // As it should.
            }
        }
        expect(took < 5_000) { "it took $took ms" }
    }
    stage.step("cancel") {
        val took = milliseconds {
            supervisorScope {
                val call = async { stage.on("slow").posts.list() }
                delay(500)
                call.cancel()
                try {
                    call.await()
                    throw AssertionError("It was not cancelled")
                } catch (_: CancellationException) {
                    // As it should.
                }
            }
        }
        expect(took < 5_000) { "it took $took ms" }
    }
}

private suspend fun milliseconds(act: suspend () -> Unit): Long {
    val start = System.nanoTime()
    act()
    return (System.nanoTime() - start) / 1_000_000
}

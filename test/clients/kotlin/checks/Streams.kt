/** Event streams, and letting go of them. */
package checks

import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.toList
import portico.CommentDeleted
import portico.CommentsReset
import portico.PorticoClient
import portico.runtime.ClientOptions
import portico.runtime.RetryPolicy
import portico.runtime.TransportException

suspend fun streams(origin: String) {
    check("odd-events") {
        val events = PorticoClient("$origin/odd-events").comments.live("1").toList()
        same((events.first() as CommentDeleted).id, "é")
        same(events.drop(1).map { it is CommentsReset }, listOf(true))
    }
    check("silent") {
        PorticoClient("$origin/silent").comments.live("1").first()
        // The end of this program is not what closes the connection.
        delay(2_500)
    }
    check("a-server-that-restarts") {
        val quick = RetryPolicy(attempts = 2, first = 10.milliseconds, longest = 20.milliseconds)
        val events = PorticoClient("$origin/restarting", ClientOptions(retries = quick)).comments.live("1").toList()
        same(events, listOf(CommentsReset()))
    }
    check("a-collectors-own-failure") {
        var seen = 0
        fails<TransportException> {
            PorticoClient("$origin/odd-events").comments.live("2").collect {
                seen++
                throw TransportException("mine", null, wasSent = true)
            }
        }
        same(seen, 1)
    }
}

/** Answers that are not what one hopes for. */
package checks

import kotlin.time.Duration.Companion.milliseconds
import portico.ApiException
import portico.PorticoClient
import portico.runtime.CallOptions
import portico.runtime.CallTimeoutException
import portico.runtime.DecodingException
import portico.runtime.TransportException

suspend fun answers(origin: String) {
    check("zipped") { same(PorticoClient("$origin/zipped").posts.tags().items.single().tag, "ü") }
    check("retry-after") {
        val start = System.nanoTime()
        PorticoClient("$origin/retry-after").posts.tags()
        same(System.nanoTime() - start > 950_000_000, true)
    }
    check("html-502") {
        val problem = fails<ApiException.Unknown> { PorticoClient("$origin/html-502").posts.tags() }.problem
        same(problem.status to problem.code, 502 to "")
    }
    check("unauthenticated") {
        fails<ApiException.InvalidCredentials> {
            PorticoClient("$origin/unauthenticated").accounts.login(username = "a", password = "b")
        }
    }
    check("not-json") { fails<DecodingException> { PorticoClient("$origin/not-json").posts.tags() } }
    check("wrong-shape") {
        same(fails<DecodingException> { PorticoClient("$origin/wrong-shape").posts.tags() }.pointer, "/items/0/count")
    }
    check("stalled") {
        val options = CallOptions(timeout = 300.milliseconds)
        fails<CallTimeoutException> { PorticoClient("$origin/stalled").posts.tags(options) }
    }
    check("cut-body") {
        same(fails<TransportException> { PorticoClient("$origin/cut-body").posts.tags() }.wasSent, true)
    }
}

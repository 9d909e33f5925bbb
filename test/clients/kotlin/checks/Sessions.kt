/** Tokens that expire, and are renewed. */
package checks

import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import portico.ApiException
import portico.PorticoClient
import portico.runtime.CallOptions
import portico.runtime.CallTimeoutException
import portico.runtime.Tokens

private val old = Tokens("old", "first")
private val new = Tokens("new", "second")

suspend fun sessions(origin: String) {
    check("renewed-once") {
        val renewals = AtomicInteger()
        val client = signedIn(origin, renewals)
        coroutineScope { List(10) { async { client.posts.tags() } }.awaitAll() }
        same(renewals.get(), 1)
        same(client.session.tokens(), new)
    }
    check("a-call-that-gives-up-does-not-lose-the-renewal") {
        val client = signedIn(origin, AtomicInteger())
        fails<CallTimeoutException> { client.posts.tags(CallOptions(timeout = 100.milliseconds)) }
        delay(500)
        same(client.session.tokens(), new)
    }
    check("who-signs-out-meanwhile-stays-signed-out") {
        val client = signedIn(origin, AtomicInteger())
        fails<CallTimeoutException> { client.posts.tags(CallOptions(timeout = 100.milliseconds)) }
        client.session.end()
        delay(500)
        same(client.session.tokens(), null)
    }
    check("a-session-that-is-over") {
        val client = PorticoClient("$origin/expired")
        client.session.begin(old)
        client.session.renew = { client.posts.get("over").let { new } }
        fails<ApiException.Unauthenticated> { client.posts.tags() }
        same(client.session.tokens(), null)
    }
    same(old.toString().contains("old"), false)
}

private suspend fun signedIn(origin: String, renewals: AtomicInteger): PorticoClient {
    val client = PorticoClient("$origin/expired")
    client.session.begin(old)
    client.session.renew = {
        renewals.incrementAndGet()
        delay(300)
        new
    }
    return client
}

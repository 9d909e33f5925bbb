/** What goes over connections, and how often. */
package checks

import java.io.InputStream
import java.net.ServerSocket
import kotlinx.coroutines.delay
import portico.ApiException
import portico.PorticoClient
import portico.runtime.ClientOptions
import portico.runtime.DecodingException
import portico.runtime.FileUpload
import portico.runtime.RetryPolicy
import portico.runtime.TransportException

suspend fun connections(origin: String) {
    check("drop-once") { PorticoClient("$origin/drop-once").posts.tags() }
    check("drop-put") {
        fails<TransportException> { PorticoClient("$origin/drop-put").posts.update(id = "1", version = 1) }
    }
    check("fine") {
        val client = PorticoClient("$origin/fine")
        repeat(5) { client.posts.tags() }
        fails<DecodingException> { client.posts.get("日本/é ?#") }
        for (upwards in listOf("", ".", "..")) fails<IllegalArgumentException> { client.posts.get(upwards) }
    }
    check("stale") {
        val client = PorticoClient("$origin/stale", ClientOptions(retries = RetryPolicy(attempts = 1)))
        repeat(3) {
            client.posts.tags()
            delay(400)
        }
    }
    check("early-413") {
        val endless = FileUpload("big.bin", "text/plain", null) { Endless() }
        fails<ApiException.PayloadTooLarge> { PorticoClient("$origin/early-413").files.upload(endless) }
    }
    check("refused") {
        val port = ServerSocket(0).use { it.localPort }
        val client = PorticoClient("http://127.0.0.1:$port/api", ClientOptions(retries = RetryPolicy(attempts = 1)))
        same(fails<TransportException> { client.posts.tags() }.wasSent, false)
    }
}

private class Endless : InputStream() {
    override fun read(): Int = 'a'.code

    override fun read(bytes: ByteArray, offset: Int, count: Int): Int = count
}

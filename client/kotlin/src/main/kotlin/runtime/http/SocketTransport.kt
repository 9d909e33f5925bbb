/** HTTP/1.1 over sockets: why not `HttpURLConnection`, see the README. */
package portico.runtime.http

import java.io.Closeable
import java.io.IOException
import java.net.URI
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import javax.net.ssl.SSLSocketFactory
import portico.runtime.HttpRequest
import portico.runtime.HttpResponse
import portico.runtime.Transport
import portico.runtime.TransportException

/**
 * The transport that comes with the client. It keeps connections for the calls that follow, and its threads end with
 * the process, or a minute after their last call.
 * @param connectTimeoutMillis of the connection alone
 * @param idleTimeoutMillis how long the server may say nothing; an event stream says something every few seconds
 * @param sslSocketFactory for certificates that the platform does not trust
 */
public class SocketTransport(
    private val connectTimeoutMillis: Int = 10_000,
    private val idleTimeoutMillis: Int = 60_000,
    private val sslSocketFactory: SSLSocketFactory? = null,
) : Transport, Closeable {
    private val pool = ConnectionPool()
    private val threads: ExecutorService = Executors.newCachedThreadPool(::daemon)

    override suspend fun send(request: HttpRequest): HttpResponse {
        val exchange = Exchange()
        return threads.await(exchange::abort) { exchange.run(request) }
    }

    /** Closes the connections that wait for another call. */
    override fun close(): Unit = pool.clear()

    /** One request on one connection, which any thread may end. */
    private inner class Exchange {
        @Volatile private var connection: HttpConnection? = null
        @Volatile private var isAborted = false

        fun abort() {
            isAborted = true
            connection?.abort()
        }

        fun run(request: HttpRequest): HttpResponse {
            val uri = URI(request.url)
            val origin = Origin(uri)
            val open = attempt(wasSent = false) { take(origin) }
            return attempt(wasSent = true) {
                val isWritten = writeRequest(open, request, uri)
                val head = readHead(open.input)
                val body = BodyInput.of(request.method, head, open.input)
                SocketResponse(threads, head, body, open) {
                    if (isWritten && head.keepsAlive) pool.put(origin, open, head.idleMillis) else open.abort()
                }
            }
        }

        private fun take(origin: Origin): HttpConnection {
            val open = pool.take(origin) ?: HttpConnection(origin)
            connection = open
            if (isAborted) throw IOException("The call was cancelled")
            if (!open.isOpen) open.connect(connectTimeoutMillis, sslSocketFactory)
            open.setIdleTimeout(idleTimeoutMillis)
            return open
        }

        private inline fun <T> attempt(wasSent: Boolean, block: () -> T): T = try {
            block()
        } catch (exception: IOException) {
            connection?.abort()
            throw TransportException(exception.message ?: exception.toString(), exception, wasSent)
        }
    }
}

private val count = AtomicInteger()

private fun daemon(task: Runnable): Thread =
    Thread(task, "api-client-${count.incrementAndGet()}").apply { isDaemon = true }

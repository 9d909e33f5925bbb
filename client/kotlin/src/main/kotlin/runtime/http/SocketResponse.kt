/** An answer that is being read from its connection. */
package portico.runtime.http

import java.io.IOException
import java.util.concurrent.Executor
import java.util.concurrent.atomic.AtomicBoolean
import portico.runtime.Headers
import portico.runtime.HttpResponse
import portico.runtime.TransportException

internal class SocketResponse(
    private val threads: Executor,
    private val head: ResponseHead,
    private val body: BodyInput,
    private val connection: HttpConnection,
    private val release: () -> Unit,
) : HttpResponse {
    private val isClosed = AtomicBoolean()

    override val status: Int get() = head.status
    override val headers: Headers get() = head.headers

    override suspend fun read(buffer: ByteArray): Int =
        if (body.isAtEnd) -1 else threads.await(::abort) { readNow(buffer) }

    private fun readNow(buffer: ByteArray): Int = try {
        body.read(buffer, 0, buffer.size)
    } catch (exception: IOException) {
        throw TransportException(exception.message ?: exception.toString(), exception, wasSent = true)
    }

    /** An answer that was read to its end leaves its connection to the next call. */
    override fun close() {
        if (!isClosed.compareAndSet(false, true)) return
        if (body.isAtEnd) release() else connection.abort()
    }

    private fun abort() {
        isClosed.set(true)
        connection.abort()
    }
}

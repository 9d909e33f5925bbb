/** The one thing that touches the network, behind an interface, so that another HTTP library can take its place. */
package portico.runtime

import java.io.OutputStream

/** Headers; names are the same whatever their case. */
public class Headers(pairs: List<Pair<String, String>>) : Iterable<Pair<String, String>> {
    private val pairs = pairs.toList()

    /** The first value; null where there is none. */
    public operator fun get(name: String): String? =
        pairs.firstOrNull { (other) -> other.equals(name, ignoreCase = true) }?.second

    override fun iterator(): Iterator<Pair<String, String>> = pairs.iterator()
}

/** A body that can be written again for another attempt. */
public interface RequestBody {
    public val contentType: String

    /** Bytes; null where it is not known beforehand. */
    public val length: Long?

    /** Writes all of it. It runs on a thread that may wait. */
    public fun writeTo(output: OutputStream)
}

/** A request with an absolute address. */
public class HttpRequest(
    public val method: String,
    public val url: String,
    public val headers: Headers,
    public val body: RequestBody?,
)

/** An answer whose body is still to be read. Whoever gets one must [close] it. */
public interface HttpResponse {
    public val status: Int
    public val headers: Headers

    /**
     * Waits for bytes and puts them into [buffer].
     * @return how many; -1 at the end. A body that ends too early throws a [TransportException].
     */
    public suspend fun read(buffer: ByteArray): Int

    /** Lets go of the connection, at once and without waiting. It may be called twice. */
    public fun close()
}

/** Sends requests. */
public interface Transport {
    /**
     * Sends once and returns when status and headers have come. It never repeats a request, follows no redirect, and
     * keeps no cookies. When the coroutine is cancelled, it returns at once and the connection is closed.
     * @throws TransportException when no answer comes
     */
    public suspend fun send(request: HttpRequest): HttpResponse
}

/** A file that is being downloaded. */
package portico.runtime

import java.io.ByteArrayOutputStream
import java.io.Closeable
import java.io.OutputStream

/** An answer that is read as it comes. Read it to its end, or close it. */
public class Download internal constructor(private val response: HttpResponse) : Closeable {
    public val contentType: String? get() = response.headers["Content-Type"]

    /** Bytes; null where the server does not say. */
    public val length: Long?
        get() = response.headers["Content-Length"]?.toLongOrNull().takeIf { response.headers["Content-Encoding"] == null }

    public val headers: Headers get() = response.headers

    /** Waits for the next bytes. @return how many; -1 at the end */
    public suspend fun read(buffer: ByteArray): Int = response.read(buffer)

    /** Writes all of it to [output], which stays open, and closes the download. */
    public suspend fun copyTo(output: OutputStream, onProgress: (received: Long, total: Long?) -> Unit = { _, _ -> }) {
        val buffer = ByteArray(BUFFER_BYTES)
        var received = 0L
        use {
            while (true) {
                val count = read(buffer)
                if (count < 0) break
                output.write(buffer, 0, count)
                received += count
                onProgress(received, length)
            }
        }
    }

    /** All of it, in memory. */
    public suspend fun bytes(): ByteArray = ByteArrayOutputStream().also { copyTo(it) }.toByteArray()

    override fun close(): Unit = response.close()

    private companion object {
        const val BUFFER_BYTES = 64 * 1024
    }
}

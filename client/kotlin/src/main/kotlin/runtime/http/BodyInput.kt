/** Bodies of answers: of a known length, in chunks, or up to the end of the connection. */
package portico.runtime.http

import java.io.IOException
import java.io.InputStream
import java.util.zip.GZIPInputStream

/** A body that knows whether it was read to its end. */
internal abstract class BodyInput(protected val inner: InputStream) : InputStream() {
    /** Nothing of this answer is left on the connection. */
    abstract val isAtEnd: Boolean

    override fun read(): Int {
        val one = ByteArray(1)
        return if (read(one, 0, 1) < 0) -1 else one[0].toInt() and 0xff
    }

    internal companion object {
        fun of(method: String, head: ResponseHead, input: InputStream): BodyInput {
            val length = head.headers["Content-Length"]
            val plain = when {
                method == "HEAD" || head.status == 204 || head.status == 304 -> SizedInput(input, 0)
                head.headers["Transfer-Encoding"].equals("chunked", ignoreCase = true) -> ChunkedInput(input)
                length != null -> SizedInput(input, length.toLongOrNull() ?: throw IOException("Content-Length is $length"))
                else -> EndlessInput(input)
            }
            val isZipped = head.headers["Content-Encoding"].equals("gzip", ignoreCase = true)
            return if (isZipped && !plain.isAtEnd) UnzippedInput(plain) else plain
        }
    }
}

private class SizedInput(inner: InputStream, private var left: Long) : BodyInput(inner) {
    override val isAtEnd: Boolean get() = left == 0L

    override fun read(bytes: ByteArray, offset: Int, count: Int): Int {
        if (left == 0L) return -1
        val got = inner.read(bytes, offset, minOf(count.toLong(), left).toInt())
        if (got < 0) throw IOException("The answer ended $left bytes too early")
        left -= got
        return got
    }
}

private class ChunkedInput(inner: InputStream) : BodyInput(inner) {
    private var left = 0L
    private var isFirst = true
    override var isAtEnd = false
        private set

    override fun read(bytes: ByteArray, offset: Int, count: Int): Int {
        if (left == 0L && !isAtEnd) beginChunk()
        if (isAtEnd) return -1
        val got = inner.read(bytes, offset, minOf(count.toLong(), left).toInt())
        if (got < 0) throw IOException("The answer ended within a chunk")
        left -= got
        return got
    }

    private fun beginChunk() {
        val lines = LineReader(inner)
        if (!isFirst) lines.next()
        isFirst = false
        val size = lines.next().substringBefore(';').trim()
        left = size.toLongOrNull(16)?.takeIf { it >= 0 } ?: throw IOException("No chunk is $size bytes long")
        if (left > 0) return
        while (lines.next().isNotEmpty()) continue
        isAtEnd = true
    }
}

private class EndlessInput(inner: InputStream) : BodyInput(inner) {
    /** The connection is over with it. */
    override val isAtEnd: Boolean get() = false

    override fun read(bytes: ByteArray, offset: Int, count: Int): Int = inner.read(bytes, offset, count)
}

private class UnzippedInput(private val zipped: BodyInput) : BodyInput(GZIPInputStream(zipped)) {
    override val isAtEnd: Boolean get() = zipped.isAtEnd

    override fun read(bytes: ByteArray, offset: Int, count: Int): Int {
        val got = inner.read(bytes, offset, count)
        // The last chunk may follow the last byte.
        if (got < 0 && !zipped.isAtEnd && zipped.read() >= 0) throw IOException("More follows the compressed answer")
        return got
    }
}

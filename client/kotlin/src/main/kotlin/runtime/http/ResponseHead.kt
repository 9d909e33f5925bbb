/** Reads status and headers of an answer. */
package portico.runtime.http

import java.io.IOException
import java.io.InputStream
import portico.runtime.Headers

internal class ResponseHead(private val version: String, val status: Int, val headers: Headers) {
    /** Whether the server takes another request on this connection. */
    val keepsAlive: Boolean
        get() {
            val connection = headers["Connection"].orEmpty()
            return if (version == "HTTP/1.1") !connection.equals("close", true) else connection.equals("keep-alive", true)
        }

    /** For how long the server keeps an idle connection; a second less, for the way. */
    val idleMillis: Long
        get() {
            val seconds = Regex("timeout=(\\d+)").find(headers["Keep-Alive"].orEmpty())?.groupValues?.get(1)
            return (seconds?.toLongOrNull() ?: DEFAULT_SECONDS).coerceAtMost(MOST_SECONDS) * 1000 - 1000
        }

    private companion object {
        const val DEFAULT_SECONDS = 5L
        const val MOST_SECONDS = 60L
    }
}

/** Skips what is said in between (100 Continue, 103 Early Hints). */
internal fun readHead(input: InputStream): ResponseHead {
    while (true) {
        val head = readOneHead(input)
        if (head.status >= 200) return head
    }
}

private fun readOneHead(input: InputStream): ResponseHead {
    val lines = LineReader(input)
    val line = lines.next()
    val (version, status) = Regex("(HTTP/1\\.[01]) (\\d{3})(?: .*)?").matchEntire(line)?.destructured
        ?: throw IOException("This is no HTTP answer: ${line.take(80)}")
    val headers = ArrayList<Pair<String, String>>()
    while (true) {
        val header = lines.next().ifEmpty { break }
        headers += header.substringBefore(':').trim() to header.substringAfter(':', "").trim()
    }
    return ResponseHead(version, status.toInt(), Headers(headers))
}

/** Lines that end with CRLF, up to a limit for all of them. */
internal class LineReader(private val input: InputStream) {
    private var left = MOST_BYTES

    fun next(): String {
        val bytes = java.io.ByteArrayOutputStream()
        while (true) {
            val byte = input.read()
            if (byte < 0) throw IOException("The connection ended before the answer")
            if (--left < 0) throw IOException("The headers of the answer are too large")
            if (byte == '\n'.code) return bytes.toString("UTF-8").removeSuffix("\r")
            bytes.write(byte)
        }
    }

    private companion object {
        const val MOST_BYTES = 64 * 1024
    }
}

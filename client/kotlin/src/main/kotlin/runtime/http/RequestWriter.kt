/** Writes a request. @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a> */
package portico.runtime.http

import java.io.IOException
import java.io.OutputStream
import java.net.URI
import portico.runtime.HttpRequest

/** @return whether all of it was written; false where the server answered before its end, or broke it off */
internal fun writeRequest(connection: HttpConnection, request: HttpRequest, uri: URI): Boolean {
    val (output, body) = connection.output to request.body
    output.write(head(request, uri).toByteArray())
    if (body == null) {
        output.flush()
        return true
    }
    val length = body.length
    val framed = if (length == null) ChunkedOutput(output) else SizedOutput(output, length)
    return try {
        body.writeTo(HeedingOutput(framed, connection))
        framed.end()
        true
    } catch (_: AnsweredEarly) {
        false
    } catch (exception: BrokenPipe) {
        // What it said before it closed is worth more than that it closed.
        if (connection.input.available() > 0) false else throw IOException(exception.message, exception.cause)
    }
}

private fun head(request: HttpRequest, uri: URI): String = buildString {
    val path = uri.rawPath.ifEmpty { "/" } + uri.rawQuery?.let { "?$it" }.orEmpty()
    append(request.method, " ", path, " HTTP/1.1\r\n")
    header("Host", uri.rawAuthority.substringAfterLast('@'))
    for ((name, value) in request.headers) header(name, value)
    if (request.headers["Accept-Encoding"] == null) header("Accept-Encoding", "gzip")
    val body = request.body
    val length = body?.length
    when {
        body == null -> if (request.method != "GET" && request.method != "HEAD") header("Content-Length", "0")
        length == null -> header("Transfer-Encoding", "chunked")
        else -> header("Content-Length", length.toString())
    }
    if (body != null) header("Content-Type", body.contentType)
    append("\r\n")
}

private fun StringBuilder.header(name: String, value: String) {
    require(name.isNotEmpty() && name.all { it.isLetterOrDigit() || it == '-' || it == '_' }) { "No header is called $name" }
    require(value.none { it < ' ' && it != '\t' || it == '\u007f' }) { "The header $name holds a control character" }
    append(name, ": ", value, "\r\n")
}

private class AnsweredEarly : IOException("The server answered before the end of the request")

private class BrokenPipe(cause: IOException) : IOException(cause.message ?: "The connection broke", cause)

/** Looks, before each piece, whether the server has answered already: the rest would be sent in vain. */
private class HeedingOutput(private val inner: OutputStream, private val connection: HttpConnection) : OutputStream() {
    override fun write(byte: Int): Unit = write(byteArrayOf(byte.toByte()), 0, 1)

    override fun write(bytes: ByteArray, offset: Int, count: Int) {
        val isAnswered = try {
            connection.input.available() > 0
        } catch (_: IOException) {
            false
        }
        if (isAnswered) throw AnsweredEarly()
        try {
            inner.write(bytes, offset, count)
        } catch (exception: IOException) {
            throw BrokenPipe(exception)
        }
    }
}

private abstract class FramedOutput(protected val inner: OutputStream) : OutputStream() {
    override fun write(byte: Int): Unit = write(byteArrayOf(byte.toByte()), 0, 1)

    abstract fun end()
}

private class ChunkedOutput(inner: OutputStream) : FramedOutput(inner) {
    override fun write(bytes: ByteArray, offset: Int, count: Int) {
        if (count == 0) return
        inner.write("${count.toString(16)}\r\n".toByteArray())
        inner.write(bytes, offset, count)
        inner.write("\r\n".toByteArray())
    }

    override fun end() {
        inner.write("0\r\n\r\n".toByteArray())
        inner.flush()
    }
}

/** Fails where a body is not as long as it said, instead of confusing what follows on the connection. */
private class SizedOutput(inner: OutputStream, private var left: Long) : FramedOutput(inner) {
    override fun write(bytes: ByteArray, offset: Int, count: Int) {
        if (count > left) throw IOException("The body is longer than it said")
        left -= count
        inner.write(bytes, offset, count)
    }

    override fun end() {
        if (left > 0) throw IOException("The body is $left bytes shorter than it said")
        inner.flush()
    }
}

/** Bodies of requests: JSON, and forms that carry files. */
package portico.runtime

import java.io.File
import java.io.InputStream
import java.io.OutputStream
import java.util.UUID

/**
 * A file to be sent. It is read when it is sent, piece by piece, and again for another attempt.
 * @param open makes a stream at its first byte; the client closes it
 * @param length in bytes; null where it is not known, and the server takes what comes
 */
public class FileUpload(
    public val name: String,
    public val contentType: String,
    public val length: Long?,
    public val open: () -> InputStream,
) {
    public constructor(file: File, contentType: String) : this(file.name, contentType, file.length(), file::inputStream)

    public constructor(name: String, contentType: String, bytes: ByteArray) :
        this(name, contentType, bytes.size.toLong(), bytes::inputStream)
}

internal class JsonBody(value: JsonValue) : RequestBody {
    private val bytes = JsonWriter.write(value).toByteArray()
    override val contentType: String get() = "application/json"
    override val length: Long get() = bytes.size.toLong()

    override fun writeTo(output: OutputStream): Unit = output.write(bytes)
}

/** The fields of a form, in the order in which they are sent. */
public class FormWriter {
    internal sealed interface Part {
        data class Text(val name: String, val value: String) : Part

        data class File(val name: String, val file: FileUpload) : Part
    }

    internal val parts = ArrayList<Part>()

    public fun put(name: String, value: JsonValue) {
        formFields(name, value).mapTo(parts) { (field, text) -> Part.Text(field, text) }
    }

    public fun file(name: String, file: FileUpload) {
        parts += Part.File(name, file)
    }
}

/** @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a> */
internal class MultipartBody(form: FormWriter) : RequestBody {
    private val boundary = "form-${UUID.randomUUID()}"
    private val parts = form.parts.map { part -> part to head(part).toByteArray() }
    private val end = "--$boundary--\r\n".toByteArray()

    override val contentType: String get() = "multipart/form-data; boundary=$boundary"

    override val length: Long?
        get() = parts.fold(end.size.toLong() as Long?) { sum, (part, head) ->
            val size = if (part is FormWriter.Part.File) part.file.length else (part as FormWriter.Part.Text).value.toByteArray().size.toLong()
            if (sum == null || size == null) null else sum + head.size + size + LINE_END.size
        }

    override fun writeTo(output: OutputStream) {
        for ((part, head) in parts) {
            output.write(head)
            when (part) {
                is FormWriter.Part.Text -> output.write(part.value.toByteArray())
                is FormWriter.Part.File -> part.file.open().use { it.copyTo(output, PIECE_BYTES) }
            }
            output.write(LINE_END)
        }
        output.write(end)
    }

    private fun head(part: FormWriter.Part): String = when (part) {
        is FormWriter.Part.Text -> "--$boundary\r\nContent-Disposition: form-data; name=\"${quoted(part.name)}\"\r\n\r\n"
        is FormWriter.Part.File -> {
            require(part.file.contentType.none { it < ' ' }) { "A content type holds a control character" }
            "--$boundary\r\nContent-Disposition: form-data; name=\"${quoted(part.name)}\"; " +
                "filename=\"${quoted(part.file.name)}\"\r\nContent-Type: ${part.file.contentType}\r\n\r\n"
        }
    }

    /** As browsers do. @see <a href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html">HTML</a> */
    private fun quoted(text: String): String = text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22")

    private companion object {
        val LINE_END = "\r\n".toByteArray()
        const val PIECE_BYTES = 64 * 1024
    }
}

/** Tells how much of a body is sent. */
internal class WatchedBody(
    private val inner: RequestBody,
    private val hear: (sent: Long, total: Long?) -> Unit,
) : RequestBody by inner {
    override fun writeTo(output: OutputStream) {
        var sent = 0L
        inner.writeTo(object : OutputStream() {
            override fun write(byte: Int) = write(byteArrayOf(byte.toByte()), 0, 1)

            override fun write(bytes: ByteArray, offset: Int, count: Int) {
                output.write(bytes, offset, count)
                sent += count
                hear(sent, length)
            }
        })
    }
}

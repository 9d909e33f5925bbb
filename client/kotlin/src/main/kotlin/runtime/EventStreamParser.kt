/** Reads server-sent events. @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML</a> */
package portico.runtime

import java.io.ByteArrayOutputStream

internal data class ServerEvent(val name: String, val data: String)

/** Takes bytes in pieces of any size, and gives the events that are complete. */
internal class EventStreamParser {
    private val line = ByteArrayOutputStream()
    private var isAfterReturn = false
    private var isFirstLine = true
    private val data = StringBuilder()
    private var name = ""
    private var pendingId: String? = null

    /** What to go on after; null where no event had an id. */
    var lastId: String? = null
        private set

    /** Milliseconds that the server asks to wait before another connection. */
    var retryMillis: Long? = null
        private set

    /** Another connection: what the last one left unfinished is void. */
    fun begin() {
        line.reset()
        isAfterReturn = false
        isFirstLine = true
        data.setLength(0)
        name = ""
        pendingId = lastId
    }

    fun feed(bytes: ByteArray, count: Int): List<ServerEvent> {
        val events = ArrayList<ServerEvent>()
        for (index in 0 until count) {
            val byte = bytes[index].toInt()
            val isSecondHalf = isAfterReturn && byte == '\n'.code
            isAfterReturn = byte == '\r'.code
            if (isSecondHalf) continue
            if (byte != '\r'.code && byte != '\n'.code) line.write(byte) else endLine()?.let { events += it }
        }
        return events
    }

    private fun endLine(): ServerEvent? {
        var text = line.toString("UTF-8")
        line.reset()
        if (isFirstLine) text = text.removePrefix("\uFEFF")
        isFirstLine = false
        if (text.isEmpty()) return endEvent()
        if (text.startsWith(':')) return null
        field(text.substringBefore(':'), text.substringAfter(':', "").removePrefix(" "))
        return null
    }

    private fun field(field: String, value: String) {
        when (field) {
            "event" -> name = value
            "data" -> data.append(value).append('\n')
            "id" -> if ('\u0000' !in value) pendingId = value
            "retry" -> if (value.isNotEmpty() && value.all { it in '0'..'9' }) retryMillis = value.toLongOrNull()
        }
    }

    /** An event without data, but with a name, still ends a stream. */
    private fun endEvent(): ServerEvent? {
        pendingId?.let { lastId = it }
        val event = ServerEvent(name.ifEmpty { "message" }, data.toString().removeSuffix("\n"))
        val isEmpty = data.isEmpty() && name.isEmpty()
        name = ""
        data.setLength(0)
        return if (isEmpty) null else event
    }
}

/** Writes JSON text. */
package portico.runtime

public object JsonWriter {
    public fun write(value: JsonValue): String = StringBuilder().also { append(it, value) }.toString()

    private fun append(text: StringBuilder, value: JsonValue) {
        when (value) {
            is JsonObject -> appendObject(text, value)
            is JsonArray -> appendArray(text, value)
            is JsonString -> appendString(text, value.value)
            is JsonNumber -> text.append(value.text)
            is JsonBoolean -> text.append(value.value)
            JsonNull -> text.append("null")
        }
    }

    private fun appendObject(text: StringBuilder, value: JsonObject) {
        text.append('{')
        var first = true
        for ((key, item) in value.entries) {
            if (!first) text.append(',')
            first = false
            appendString(text, key)
            text.append(':')
            append(text, item)
        }
        text.append('}')
    }

    private fun appendArray(text: StringBuilder, value: JsonArray) {
        text.append('[')
        value.items.forEachIndexed { index, item ->
            if (index > 0) text.append(',')
            append(text, item)
        }
        text.append(']')
    }

    private fun appendString(text: StringBuilder, value: String) {
        text.append('"')
        for (char in value) {
            when {
                char == '"' || char == '\\' -> text.append('\\').append(char)
                char == '\n' -> text.append("\\n")
                char == '\r' -> text.append("\\r")
                char == '\t' -> text.append("\\t")
                char < ' ' -> text.append("\\u").append(char.code.toString(16).padStart(4, '0'))
                else -> text.append(char)
            }
        }
        text.append('"')
    }
}

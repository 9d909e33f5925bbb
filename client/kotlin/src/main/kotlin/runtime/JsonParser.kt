/** Reads JSON text. */
package portico.runtime

/** The text is not JSON; [offset] says where. */
public class JsonSyntaxException(message: String, public val offset: Int) : ClientException("$message (at $offset)")

/** A strict parser of RFC 8259. Nesting is limited, so that no answer can exhaust the stack. */
public class JsonParser private constructor(private val text: String) {
    private var at = 0
    private var depth = 0

    private fun document(): JsonValue {
        val value = value()
        skipSpace()
        if (at < text.length) fail("More follows the value")
        return value
    }

    private fun value(): JsonValue {
        skipSpace()
        return when (peek()) {
            '{' -> nested(::objectValue)
            '[' -> nested(::arrayValue)
            '"' -> JsonString(string())
            't' -> word("true", JsonBoolean(true))
            'f' -> word("false", JsonBoolean(false))
            'n' -> word("null", JsonNull)
            else -> number()
        }
    }

    private fun nested(read: () -> JsonValue): JsonValue {
        if (++depth > MAX_DEPTH) fail("Nested deeper than $MAX_DEPTH levels")
        at++
        return read().also { depth-- }
    }

    private fun objectValue(): JsonValue {
        val entries = LinkedHashMap<String, JsonValue>()
        skipSpace()
        if (taken('}')) return JsonObject(entries)
        do {
            skipSpace()
            if (peek() != '"') fail("Expected a key")
            val key = string()
            skipSpace()
            if (!taken(':')) fail("Expected a colon")
            entries[key] = value()
            skipSpace()
        } while (taken(','))
        if (!taken('}')) fail("Expected a comma or the end of the object")
        return JsonObject(entries)
    }

    private fun arrayValue(): JsonValue {
        val items = ArrayList<JsonValue>()
        skipSpace()
        if (taken(']')) return JsonArray(items)
        do {
            items += value()
            skipSpace()
        } while (taken(','))
        if (!taken(']')) fail("Expected a comma or the end of the array")
        return JsonArray(items)
    }

    private fun string(): String {
        val start = ++at
        while (at < text.length && text[at] != '"' && text[at] != '\\' && text[at] >= ' ') at++
        if (peek() == '"') return text.substring(start, at++)
        val value = StringBuilder(text.substring(start, at))
        while (true) {
            val char = peek() ?: fail("The text does not end")
            at++
            when {
                char == '"' -> return value.toString()
                char == '\\' -> value.append(escape())
                char < ' ' -> fail("A control character in a text")
                else -> value.append(char)
            }
        }
    }

    private fun escape(): Char {
        val char = peek() ?: fail("The text does not end")
        at++
        return when (char) {
            '"', '\\', '/' -> char
            'b' -> '\b'
            'f' -> '\u000c'
            'n' -> '\n'
            'r' -> '\r'
            't' -> '\t'
            'u' -> unicode()
            else -> fail("No such escape")
        }
    }

    private fun unicode(): Char {
        if (at + 4 > text.length) fail("The text does not end")
        val digits = text.substring(at, at + 4)
        if (!digits.all { it in '0'..'9' || it in 'a'..'f' || it in 'A'..'F' }) fail("Not four hexadecimal digits")
        at += 4
        return digits.toInt(16).toChar()
    }

    private fun number(): JsonValue {
        val start = at
        taken('-')
        if (!taken('0') && digits() == 0) fail("Expected a value")
        if (taken('.') && digits() == 0) fail("Expected a digit")
        if (taken('e') || taken('E')) {
            if (!taken('+')) taken('-')
            if (digits() == 0) fail("Expected a digit")
        }
        return JsonNumber(text.substring(start, at))
    }

    private fun digits(): Int {
        val start = at
        while (at < text.length && text[at] in '0'..'9') at++
        return at - start
    }

    private fun word(word: String, value: JsonValue): JsonValue {
        if (!text.startsWith(word, at)) fail("Expected a value")
        at += word.length
        return value
    }

    private fun peek(): Char? = text.getOrNull(at)

    private fun taken(char: Char): Boolean = (peek() == char).also { if (it) at++ }

    private fun skipSpace() {
        while (at < text.length && text[at].let { it == ' ' || it == '\n' || it == '\r' || it == '\t' }) at++
    }

    private fun fail(message: String): Nothing = throw JsonSyntaxException(message, at)

    public companion object {
        private const val MAX_DEPTH = 512

        /** @throws JsonSyntaxException when [text] is not one JSON value */
        public fun parse(text: String): JsonValue = JsonParser(text).document()
    }
}

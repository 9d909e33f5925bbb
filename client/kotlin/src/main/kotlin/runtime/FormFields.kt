/** Values as the fields of a query or a form: `tag=a&tag=b`, `filter[kind]=a`. */
package portico.runtime

/**
 * Lists repeat their name, nested objects name their keys, null and the empty list are the empty text. Items that have
 * parts are numbered, so that the parts of one stay together.
 */
internal fun formFields(name: String, value: JsonValue): List<Pair<String, String>> = when (value) {
    is JsonObject -> value.entries.flatMap { (key, item) -> formFields("$name[$key]", item) }
    is JsonArray -> listFields(name, value.items)
    else -> listOf(name to plainText(value))
}

private fun listFields(name: String, items: List<JsonValue>): List<Pair<String, String>> = when {
    items.isEmpty() -> listOf(name to "")
    items.any { it is JsonObject || it is JsonArray } ->
        items.flatMapIndexed { index, item -> formFields("$name[$index]", item) }
    else -> items.map { name to plainText(it) }
}

/** A value without parts, as text. */
internal fun plainText(value: JsonValue): String = when (value) {
    is JsonString -> value.value
    JsonNull -> ""
    else -> JsonWriter.write(value)
}

private const val UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

/** Everything but unreserved characters and those [besides], as UTF-8. @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a> */
internal fun percentEncoded(text: String, besides: String = ""): String = buildString {
    for (byte in text.toByteArray()) {
        val char = byte.toInt().toChar()
        if (byte >= 0 && (char in UNRESERVED || char in besides)) append(char)
        else append('%').append((byte.toInt() and 0xff).toString(16).uppercase().padStart(2, '0'))
    }
}

/** JSON as values: what unknown fields and variants are kept as. */
package portico.runtime

import java.math.BigDecimal

/** Any JSON value. @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a> */
public sealed interface JsonValue

/** An object; its keys keep their order. */
public data class JsonObject(val entries: Map<String, JsonValue>) : JsonValue {
    override fun toString(): String = JsonWriter.write(this)
}

public data class JsonArray(val items: List<JsonValue>) : JsonValue {
    override fun toString(): String = JsonWriter.write(this)
}

public data class JsonString(val value: String) : JsonValue {
    override fun toString(): String = JsonWriter.write(this)
}

/** A number as it was written, so that none loses digits. */
public class JsonNumber(public val text: String) : JsonValue {
    public constructor(value: Long) : this(value.toString())

    /** @throws IllegalArgumentException for NaN and infinities, which JSON does not have */
    public constructor(value: Double) : this(finite(value))

    /** Equal numbers are equal however they are written: `1`, `1.0` and `1e0`. */
    override fun equals(other: Any?): Boolean =
        other is JsonNumber && (text == other.text || compare(other) == 0)

    override fun hashCode(): Int = text.toDouble().hashCode()

    override fun toString(): String = text

    private fun compare(other: JsonNumber): Int = BigDecimal(text).compareTo(BigDecimal(other.text))
}

public data class JsonBoolean(val value: Boolean) : JsonValue {
    override fun toString(): String = value.toString()
}

public data object JsonNull : JsonValue {
    override fun toString(): String = "null"
}

/** A field of an object; null where it is absent, or this is no object. */
public operator fun JsonValue.get(name: String): JsonValue? = (this as? JsonObject)?.entries?.get(name)

private fun finite(value: Double): String {
    require(!value.isNaN() && !value.isInfinite()) { "JSON has no $value" }
    val whole = value.toLong()
    return if (whole.toDouble() == value && whole < 1L shl 53 && whole > -(1L shl 53)) whole.toString() else value.toString()
}

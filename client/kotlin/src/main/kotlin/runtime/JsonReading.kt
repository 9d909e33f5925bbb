/** JSON → Kotlin values, with a sentence that says where one is not what the document says. */
package portico.runtime

import java.math.BigDecimal
import java.math.BigInteger
import java.time.Instant

/** An answer is not what the API's document says; [pointer] is the place (RFC 6901). */
public class DecodingException(private val reason: String, public val pointer: String = "") :
    ClientException("${pointer.ifEmpty { "The answer" }} $reason") {
    internal fun inside(key: String): DecodingException =
        DecodingException(reason, "/" + key.replace("~", "~0").replace("/", "~1") + pointer)
}

/** An enum that keeps values which it does not know. */
public interface JsonEnum {
    /** Whether the API's document had this value when the client was generated. */
    public val isKnown: Boolean
}

/** What every generated class with fields can do. */
public interface JsonModel {
    /** What a newer server sends beside the fields of this class, as it came; it is sent back with the rest. */
    public val unknownFields: Map<String, JsonValue>

    public fun toJson(): JsonValue
}

public fun JsonValue.asString(): String = (this as? JsonString)?.value ?: mismatch("a text")

public fun JsonValue.asBoolean(): Boolean = (this as? JsonBoolean)?.value ?: mismatch("true or false")

public fun JsonValue.asDouble(): Double = (this as? JsonNumber)?.text?.toDouble() ?: mismatch("a number")

public fun JsonValue.asLong(): Long {
    val text = (this as? JsonNumber)?.text ?: mismatch("a whole number")
    return text.toLongOrNull() ?: try {
        BigDecimal(text).longValueExact()
    } catch (_: ArithmeticException) {
        mismatch("a whole number of 64 bits")
    }
}

/** Whole numbers without a limit travel as text. */
public fun JsonValue.asBigInteger(): BigInteger =
    asString().toBigIntegerOrNull() ?: mismatch("a whole number as text")

/** @see <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a> */
public fun JsonValue.asInstant(): Instant = parseInstant(asString()) ?: mismatch("a date and time")

public fun JsonValue.asNull(): Nothing? = if (this == JsonNull) null else mismatch("null")

public inline fun <T> JsonValue.orNull(read: (JsonValue) -> T): T? = if (this == JsonNull) null else read(this)

public fun <T> JsonValue.asList(read: (JsonValue) -> T): List<T> {
    val items = (this as? JsonArray)?.items ?: mismatch("a list")
    return items.mapIndexed { index, item -> within(index.toString()) { read(item) } }
}

public fun <T> JsonValue.asSet(read: (JsonValue) -> T): Set<T> = asList(read).toCollection(LinkedHashSet())

/** An object with keys of any name. */
public fun <K, V> JsonValue.asRecord(readKey: (JsonValue) -> K, read: (JsonValue) -> V): Map<K, V> {
    val entries = (this as? JsonObject)?.entries ?: mismatch("an object")
    return entries.entries.associateTo(LinkedHashMap()) { (key, value) ->
        within(key) { readKey(JsonString(key)) to read(value) }
    }
}

/** A map whose keys may be anything: it travels as a list of pairs. */
public fun <K, V> JsonValue.asMap(readKey: (JsonValue) -> K, read: (JsonValue) -> V): Map<K, V> =
    asList { pair -> pair.asPair(readKey, read) }.toMap(LinkedHashMap())

public fun <A, B> JsonValue.asPair(readFirst: (JsonValue) -> A, readSecond: (JsonValue) -> B): Pair<A, B> {
    val items = (this as? JsonArray)?.items?.takeIf { it.size >= 2 } ?: mismatch("a list of two")
    return Pair(within("0") { readFirst(items[0]) }, within("1") { readSecond(items[1]) })
}

public fun <A, B, C> JsonValue.asTriple(
    readFirst: (JsonValue) -> A,
    readSecond: (JsonValue) -> B,
    readThird: (JsonValue) -> C,
): Triple<A, B, C> {
    val items = (this as? JsonArray)?.items?.takeIf { it.size >= 3 } ?: mismatch("a list of three")
    return Triple(within("0") { readFirst(items[0]) }, within("1") { readSecond(items[1]) }, within("2") { readThird(items[2]) })
}

/** A whole number that is the key of an object, and so a text. */
public fun JsonValue.asLongKey(): Long = asString().toLongOrNull() ?: mismatch("a whole number")

/** Where only this value makes it the type that is asked for. */
public fun JsonValue.only(value: JsonValue): JsonValue = if (this == value) this else mismatch("$value")

/** @throws DecodingException always */
public fun JsonValue.mismatch(expected: String): Nothing {
    val found = when (this) {
        is JsonObject -> "an object"
        is JsonArray -> "a list"
        is JsonString -> "a text"
        is JsonNumber -> "the number $text"
        is JsonBoolean -> "$value"
        JsonNull -> "null"
    }
    throw DecodingException("should be $expected, and is $found")
}

/** Says of what fails inside [read] that it is at [key]. */
public inline fun <T> within(key: String, read: () -> T): T = try {
    read()
} catch (exception: DecodingException) {
    throw exception.at(key)
}

@PublishedApi
internal fun DecodingException.at(key: String): DecodingException = inside(key)

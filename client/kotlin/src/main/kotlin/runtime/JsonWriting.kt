/** Kotlin values → JSON. */
package portico.runtime

import java.math.BigInteger
import java.time.Instant

public fun String.toJson(): JsonValue = JsonString(this)

public fun Boolean.toJson(): JsonValue = JsonBoolean(this)

public fun Long.toJson(): JsonValue = JsonNumber(this)

public fun Double.toJson(): JsonValue = JsonNumber(this)

public fun BigInteger.toJson(): JsonValue = JsonString(toString())

public fun Instant.toJson(): JsonValue = JsonString(formatInstant(this))

/** Itself, so that generated code treats every type alike. */
public fun JsonValue.toJson(): JsonValue = this

public inline fun <T : Any> T?.orJsonNull(write: (T) -> JsonValue): JsonValue = if (this == null) JsonNull else write(this)

public inline fun <T> Iterable<T>.toJson(write: (T) -> JsonValue): JsonValue = JsonArray(map(write))

public inline fun <A, B> Pair<A, B>.toJson(writeFirst: (A) -> JsonValue, writeSecond: (B) -> JsonValue): JsonValue =
    JsonArray(listOf(writeFirst(first), writeSecond(second)))

public inline fun <A, B, C> Triple<A, B, C>.toJson(
    writeFirst: (A) -> JsonValue,
    writeSecond: (B) -> JsonValue,
    writeThird: (C) -> JsonValue,
): JsonValue = JsonArray(listOf(writeFirst(first), writeSecond(second), writeThird(third)))

/** As an object, whose keys are texts. */
public inline fun <K, V> Map<K, V>.toJsonRecord(writeKey: (K) -> JsonValue, write: (V) -> JsonValue): JsonValue =
    JsonObject(entries.associateTo(LinkedHashMap()) { (key, value) -> writeKey(key).keyText() to write(value) })

/** As a list of pairs. */
public inline fun <K, V> Map<K, V>.toJsonPairs(writeKey: (K) -> JsonValue, write: (V) -> JsonValue): JsonValue =
    JsonArray(map { (key, value) -> JsonArray(listOf(writeKey(key), write(value))) })

/** A value as the key of an object. */
public fun JsonValue.keyText(): String = if (this is JsonString) value else JsonWriter.write(this)

/** Collects the fields of an object; those that are absent are left out. */
public class ObjectWriter {
    private val entries = LinkedHashMap<String, JsonValue>()

    public fun put(name: String, value: JsonValue) {
        entries[name] = value
    }

    public fun <T : Any> optional(name: String, value: T?, write: (T) -> JsonValue) {
        if (value != null) entries[name] = write(value)
    }

    public fun <T> field(name: String, value: Field<T>, write: (T) -> JsonValue) {
        if (value is Field.Present) entries[name] = write(value.value)
    }

    /** Unknown fields never replace known ones. */
    public fun others(fields: Map<String, JsonValue>) {
        for ((name, value) in fields) if (name !in entries) entries[name] = value
    }

    public fun toJson(): JsonObject = JsonObject(entries)
}

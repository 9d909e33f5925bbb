/** Reads the fields of an object, and remembers which ones it knows. */
package portico.runtime

/** @throws DecodingException when [json] is no object */
public class ObjectReader(json: JsonValue) {
    private val entries: Map<String, JsonValue> = (json as? JsonObject)?.entries ?: json.mismatch("an object")
    private val known = HashSet<String>()

    public fun <T> required(name: String, read: (JsonValue) -> T): T {
        known += name
        val value = entries[name] ?: throw DecodingException("is missing").at(name)
        return within(name) { read(value) }
    }

    /** Null where it is absent. A null that the document does not foresee counts as absent, too. */
    public fun <T> optional(name: String, read: (JsonValue) -> T): T? {
        known += name
        val value = entries[name]?.takeUnless { it == JsonNull } ?: return null
        return within(name) { read(value) }
    }

    /** For fields where null and absent are two things. */
    public fun <T> field(name: String, read: (JsonValue) -> T): Field<T> {
        known += name
        val value = entries[name] ?: return Field.Absent
        return Field.Present(within(name) { read(value) })
    }

    /** What was not asked for. */
    public fun others(): Map<String, JsonValue> =
        if (entries.size <= known.size && known.containsAll(entries.keys)) emptyMap() else entries.filterKeys { it !in known }
}

/**
 * Reads a value that may be one of several types, where no field tells them apart: the first that fits; of several
 * that do, the one that leaves the fewest fields unknown. Null where none fits.
 */
public fun <T : Any> JsonValue.firstFitting(vararg candidates: (JsonValue) -> T): T? {
    var best: T? = null
    var fewest = Int.MAX_VALUE
    for (read in candidates) {
        val value = try {
            read(this)
        } catch (_: DecodingException) {
            continue
        }
        val unknown = unknownCount(value)
        if (unknown < fewest) {
            best = value
            fewest = unknown
        }
        if (fewest == 0) break
    }
    return best
}

private fun unknownCount(value: Any): Int = when (value) {
    is JsonModel -> value.unknownFields.size
    is JsonEnum -> if (value.isKnown) 0 else UNKNOWN_ENUM
    is JsonVariant -> value.content?.let(::unknownCount) ?: 0
    else -> 0
}

/** An enum takes any value, so that whatever else fits is the better guess. */
private const val UNKNOWN_ENUM = 1_000

/** A variant of a union that wraps a value. */
public interface JsonVariant {
    public val content: Any?
}

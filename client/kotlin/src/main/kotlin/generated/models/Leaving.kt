// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** When an account is deleted for good */
public data class Leaving(
    /** Until then the owner may change their mind */
    val deleteAfter: Instant,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("deleteAfter", this.deleteAfter.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Leaving {
            val reader = ObjectReader(json)
            return Leaving(
                deleteAfter = reader.required("deleteAfter") { it.asInstant() },
                unknownFields = reader.others(),
            )
        }
    }
}

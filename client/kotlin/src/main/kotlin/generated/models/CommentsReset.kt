// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What happened before is not told: read the list now, and apply what follows to it */
public data class CommentsReset(
    val type: String = "reset",
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel, CommentEvent {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("type", this.type.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): CommentsReset {
            val reader = ObjectReader(json)
            return CommentsReset(
                type = reader.required("type") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

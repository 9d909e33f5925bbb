// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A comment is gone */
public data class CommentDeleted(
    val type: String = "deleted",
    val id: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel, CommentEvent {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("type", this.type.toJson())
        writer.put("id", this.id.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): CommentDeleted {
            val reader = ObjectReader(json)
            return CommentDeleted(
                type = reader.required("type") { it.asString() },
                id = reader.required("id") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** Somebody wrote a comment */
public data class CommentCreated(
    val type: String = "created",
    val comment: Comment,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel, CommentEvent {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("type", this.type.toJson())
        writer.put("comment", this.comment.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): CommentCreated {
            val reader = ObjectReader(json)
            return CommentCreated(
                type = reader.required("type") { it.asString() },
                comment = reader.required("comment") { Comment.fromJson(it) },
                unknownFields = reader.others(),
            )
        }
    }
}

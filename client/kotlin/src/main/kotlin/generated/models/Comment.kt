// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** A comment under a post */
public data class Comment(
    val id: String,
    val postId: String,
    /** Plain text */
    val body: String,
    val author: Author,
    val createdAt: Instant,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("postId", this.postId.toJson())
        writer.put("body", this.body.toJson())
        writer.put("author", this.author.toJson())
        writer.put("createdAt", this.createdAt.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Comment {
            val reader = ObjectReader(json)
            return Comment(
                id = reader.required("id") { it.asString() },
                postId = reader.required("postId") { it.asString() },
                body = reader.required("body") { it.asString() },
                author = reader.required("author") { Author.fromJson(it) },
                createdAt = reader.required("createdAt") { it.asInstant() },
                unknownFields = reader.others(),
            )
        }
    }
}

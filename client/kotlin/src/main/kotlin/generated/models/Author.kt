// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** Who wrote a post */
public data class Author(
    val id: String,
    val username: String,
    val name: String,
    val avatar: Picture?,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("username", this.username.toJson())
        writer.put("name", this.name.toJson())
        writer.put("avatar", this.avatar.orJsonNull { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Author {
            val reader = ObjectReader(json)
            return Author(
                id = reader.required("id") { it.asString() },
                username = reader.required("username") { it.asString() },
                name = reader.required("name") { it.asString() },
                avatar = reader.required("avatar") { it.orNull { Picture.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** What everyone may see of a user */
public data class Profile(
    val id: String,
    val username: String,
    /** Display name; the username where none was chosen */
    val name: String,
    val bio: String,
    val avatar: Picture?,
    val createdAt: Instant,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("username", this.username.toJson())
        writer.put("name", this.name.toJson())
        writer.put("bio", this.bio.toJson())
        writer.put("avatar", this.avatar.orJsonNull { it.toJson() })
        writer.put("createdAt", this.createdAt.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Profile {
            val reader = ObjectReader(json)
            return Profile(
                id = reader.required("id") { it.asString() },
                username = reader.required("username") { it.asString() },
                name = reader.required("name") { it.asString() },
                bio = reader.required("bio") { it.asString() },
                avatar = reader.required("avatar") { it.orNull { Picture.fromJson(it) } },
                createdAt = reader.required("createdAt") { it.asInstant() },
                unknownFields = reader.others(),
            )
        }
    }
}

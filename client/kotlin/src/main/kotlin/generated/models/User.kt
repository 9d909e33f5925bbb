// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** A user as they see themselves */
public data class User(
    val id: String,
    val username: String,
    /** Display name; the username where none was chosen */
    val name: String,
    val bio: String,
    val avatar: Picture?,
    val createdAt: Instant,
    val email: String,
    /** Whether the user has opened the link that was mailed to the address */
    val emailVerified: Boolean,
    val role: Role,
    /** Counts changes; send it back when editing */
    val version: Long,
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
        writer.put("email", this.email.toJson())
        writer.put("emailVerified", this.emailVerified.toJson())
        writer.put("role", this.role.toJson())
        writer.put("version", this.version.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): User {
            val reader = ObjectReader(json)
            return User(
                id = reader.required("id") { it.asString() },
                username = reader.required("username") { it.asString() },
                name = reader.required("name") { it.asString() },
                bio = reader.required("bio") { it.asString() },
                avatar = reader.required("avatar") { it.orNull { Picture.fromJson(it) } },
                createdAt = reader.required("createdAt") { it.asInstant() },
                email = reader.required("email") { it.asString() },
                emailVerified = reader.required("emailVerified") { it.asBoolean() },
                role = reader.required("role") { Role.fromJson(it) },
                version = reader.required("version") { it.asLong() },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** A user as administrators see them */
public data class ManagedUser(
    val id: String,
    val username: String,
    val name: String,
    val email: String,
    val role: Role,
    val standing: Standing,
    val createdAt: Instant,
    val emailVerifiedAt: Instant?,
    val disabledAt: Instant?,
    /** When the account is deleted for good, as its owner asked */
    val deleteAfter: Instant?,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("username", this.username.toJson())
        writer.put("name", this.name.toJson())
        writer.put("email", this.email.toJson())
        writer.put("role", this.role.toJson())
        writer.put("standing", this.standing.toJson())
        writer.put("createdAt", this.createdAt.toJson())
        writer.put("emailVerifiedAt", this.emailVerifiedAt.orJsonNull { it.toJson() })
        writer.put("disabledAt", this.disabledAt.orJsonNull { it.toJson() })
        writer.put("deleteAfter", this.deleteAfter.orJsonNull { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): ManagedUser {
            val reader = ObjectReader(json)
            return ManagedUser(
                id = reader.required("id") { it.asString() },
                username = reader.required("username") { it.asString() },
                name = reader.required("name") { it.asString() },
                email = reader.required("email") { it.asString() },
                role = reader.required("role") { Role.fromJson(it) },
                standing = reader.required("standing") { Standing.fromJson(it) },
                createdAt = reader.required("createdAt") { it.asInstant() },
                emailVerifiedAt = reader.required("emailVerifiedAt") { it.orNull { it.asInstant() } },
                disabledAt = reader.required("disabledAt") { it.orNull { it.asInstant() } },
                deleteAfter = reader.required("deleteAfter") { it.orNull { it.asInstant() } },
                unknownFields = reader.others(),
            )
        }
    }
}

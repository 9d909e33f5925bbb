// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** An access token and what refreshes it */
public data class TokensModel(
    val tokenType: String = "Bearer",
    /** Sent as `Authorization: Bearer …`; a JWT */
    val accessToken: String,
    /** Seconds until the access token is over */
    val expiresIn: Long,
    /** Good for one refresh; keep it where the platform keeps secrets */
    val refreshToken: String,
    /** When the refresh token is over if it is not used */
    val refreshExpiresAt: Instant,
    val user: User,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("tokenType", this.tokenType.toJson())
        writer.put("accessToken", this.accessToken.toJson())
        writer.put("expiresIn", this.expiresIn.toJson())
        writer.put("refreshToken", this.refreshToken.toJson())
        writer.put("refreshExpiresAt", this.refreshExpiresAt.toJson())
        writer.put("user", this.user.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): TokensModel {
            val reader = ObjectReader(json)
            return TokensModel(
                tokenType = reader.required("tokenType") { it.asString() },
                accessToken = reader.required("accessToken") { it.asString() },
                expiresIn = reader.required("expiresIn") { it.asLong() },
                refreshToken = reader.required("refreshToken") { it.asString() },
                refreshExpiresAt = reader.required("refreshExpiresAt") { it.asInstant() },
                user = reader.required("user") { User.fromJson(it) },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** What an account asks for beside the password */
public data class FactorStatus(
    /** Since when an authenticator is asked for; null when none is */
    val totpConfirmedAt: Instant?,
    /** Recovery codes that were not used yet */
    val recoveryCodesLeft: Long,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("totpConfirmedAt", this.totpConfirmedAt.orJsonNull { it.toJson() })
        writer.put("recoveryCodesLeft", this.recoveryCodesLeft.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): FactorStatus {
            val reader = ObjectReader(json)
            return FactorStatus(
                totpConfirmedAt = reader.required("totpConfirmedAt") { it.orNull { it.asInstant() } },
                recoveryCodesLeft = reader.required("recoveryCodesLeft") { it.asLong() },
                unknownFields = reader.others(),
            )
        }
    }
}

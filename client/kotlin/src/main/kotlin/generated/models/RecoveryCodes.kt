// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** Codes for the day the authenticator is lost */
public data class RecoveryCodes(
    /** Ten codes, each good for one sign-in; shown once */
    val recoveryCodes: List<String>,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("recoveryCodes", this.recoveryCodes.toJson { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): RecoveryCodes {
            val reader = ObjectReader(json)
            return RecoveryCodes(
                recoveryCodes = reader.required("recoveryCodes") { it.asList { it.asString() } },
                unknownFields = reader.others(),
            )
        }
    }
}

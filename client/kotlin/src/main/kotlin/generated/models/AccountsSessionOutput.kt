// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `accounts.session` answers */
public data class AccountsSessionOutput(
    /** Null when nobody is signed in */
    val user: User?,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("user", this.user.orJsonNull { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): AccountsSessionOutput {
            val reader = ObjectReader(json)
            return AccountsSessionOutput(
                user = reader.required("user") { it.orNull { User.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

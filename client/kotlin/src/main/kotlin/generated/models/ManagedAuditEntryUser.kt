// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

public data class ManagedAuditEntryUser(
    val id: String,
    val username: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("username", this.username.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): ManagedAuditEntryUser {
            val reader = ObjectReader(json)
            return ManagedAuditEntryUser(
                id = reader.required("id") { it.asString() },
                username = reader.required("username") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

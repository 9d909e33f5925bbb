// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `accounts.sessions` answers */
public data class AccountsSessionsOutput(
    val items: List<Device>,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("items", this.items.toJson { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): AccountsSessionsOutput {
            val reader = ObjectReader(json)
            return AccountsSessionsOutput(
                items = reader.required("items") { it.asList { Device.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

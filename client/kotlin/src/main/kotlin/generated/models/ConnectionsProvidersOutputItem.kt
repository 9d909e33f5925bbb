// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

public data class ConnectionsProvidersOutputItem(
    val id: ProviderId,
    /** What people call it */
    val name: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("name", this.name.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): ConnectionsProvidersOutputItem {
            val reader = ObjectReader(json)
            return ConnectionsProvidersOutputItem(
                id = reader.required("id") { ProviderId.fromJson(it) },
                name = reader.required("name") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

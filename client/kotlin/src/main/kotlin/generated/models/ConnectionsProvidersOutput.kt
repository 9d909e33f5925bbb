// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `connections.providers` answers */
public data class ConnectionsProvidersOutput(
    val items: List<ConnectionsProvidersOutputItem>,
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
        public fun fromJson(json: JsonValue): ConnectionsProvidersOutput {
            val reader = ObjectReader(json)
            return ConnectionsProvidersOutput(
                items = reader.required("items") { it.asList { ConnectionsProvidersOutputItem.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

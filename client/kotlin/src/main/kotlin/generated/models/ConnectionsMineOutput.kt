// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `connections.mine` answers */
public data class ConnectionsMineOutput(
    val items: List<Connection>,
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
        public fun fromJson(json: JsonValue): ConnectionsMineOutput {
            val reader = ObjectReader(json)
            return ConnectionsMineOutput(
                items = reader.required("items") { it.asList { Connection.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `admin.events` answers */
public data class AdminEventsOutput(
    val items: List<ManagedAuditEntry>,
    /** Pass it as `cursor` for the next page; null on the last */
    val nextCursor: String?,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("items", this.items.toJson { it.toJson() })
        writer.put("nextCursor", this.nextCursor.orJsonNull { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): AdminEventsOutput {
            val reader = ObjectReader(json)
            return AdminEventsOutput(
                items = reader.required("items") { it.asList { ManagedAuditEntry.fromJson(it) } },
                nextCursor = reader.required("nextCursor") { it.orNull { it.asString() } },
                unknownFields = reader.others(),
            )
        }
    }
}

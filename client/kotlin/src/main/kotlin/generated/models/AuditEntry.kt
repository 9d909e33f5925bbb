// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** Something that happened to an account */
public data class AuditEntry(
    val id: String,
    val at: Instant,
    val event: AuditEventName,
    /** Where it came from */
    val address: String,
    val userAgent: String,
    /** What else is known, such as the way of signing in */
    val details: Map<String, String>,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("at", this.at.toJson())
        writer.put("event", this.event.toJson())
        writer.put("address", this.address.toJson())
        writer.put("userAgent", this.userAgent.toJson())
        writer.put("details", this.details.toJsonRecord({ it.toJson() }, { it.toJson() }))
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): AuditEntry {
            val reader = ObjectReader(json)
            return AuditEntry(
                id = reader.required("id") { it.asString() },
                at = reader.required("at") { it.asInstant() },
                event = reader.required("event") { AuditEventName.fromJson(it) },
                address = reader.required("address") { it.asString() },
                userAgent = reader.required("userAgent") { it.asString() },
                details = reader.required("details") { it.asRecord({ it.asString() }, { it.asString() }) },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** An entry of the audit log with whom it names */
public data class ManagedAuditEntry(
    val id: String,
    val at: Instant,
    val event: AuditEventName,
    /** Where it came from */
    val address: String,
    val userAgent: String,
    /** What else is known, such as the way of signing in */
    val details: Map<String, String>,
    /** Whose account it is; null when nobody knows, or it is gone */
    val user: ManagedAuditEntryUser?,
    /** Who did it, where it was somebody else */
    val actor: ManagedAuditEntryActor?,
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
        writer.put("user", this.user.orJsonNull { it.toJson() })
        writer.put("actor", this.actor.orJsonNull { it.toJson() })
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): ManagedAuditEntry {
            val reader = ObjectReader(json)
            return ManagedAuditEntry(
                id = reader.required("id") { it.asString() },
                at = reader.required("at") { it.asInstant() },
                event = reader.required("event") { AuditEventName.fromJson(it) },
                address = reader.required("address") { it.asString() },
                userAgent = reader.required("userAgent") { it.asString() },
                details = reader.required("details") { it.asRecord({ it.asString() }, { it.asString() }) },
                user = reader.required("user") { it.orNull { ManagedAuditEntryUser.fromJson(it) } },
                actor = reader.required("actor") { it.orNull { ManagedAuditEntryActor.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

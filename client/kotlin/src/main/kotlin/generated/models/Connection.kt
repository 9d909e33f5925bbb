// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** An account elsewhere by which one signs in */
public data class Connection(
    val provider: ProviderId,
    /** Its id at the service */
    val subject: String,
    /** What the service calls it */
    val label: String,
    val createdAt: Instant,
    val lastUsedAt: Instant,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("provider", this.provider.toJson())
        writer.put("subject", this.subject.toJson())
        writer.put("label", this.label.toJson())
        writer.put("createdAt", this.createdAt.toJson())
        writer.put("lastUsedAt", this.lastUsedAt.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Connection {
            val reader = ObjectReader(json)
            return Connection(
                provider = reader.required("provider") { ProviderId.fromJson(it) },
                subject = reader.required("subject") { it.asString() },
                label = reader.required("label") { it.asString() },
                createdAt = reader.required("createdAt") { it.asInstant() },
                lastUsedAt = reader.required("lastUsedAt") { it.asInstant() },
                unknownFields = reader.others(),
            )
        }
    }
}

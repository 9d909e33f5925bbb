// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** A device that is signed in */
public data class Device(
    val id: String,
    val kind: DeviceKind,
    /** What a person calls it, such as `Firefox on Windows` */
    val name: String,
    /** From where it signed in */
    val address: String,
    /** When it signed in */
    val createdAt: Instant,
    /** When it was last used, to a few minutes */
    val lastUsedAt: Instant,
    /** Whether it is the one that asks */
    val current: Boolean,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("kind", this.kind.toJson())
        writer.put("name", this.name.toJson())
        writer.put("address", this.address.toJson())
        writer.put("createdAt", this.createdAt.toJson())
        writer.put("lastUsedAt", this.lastUsedAt.toJson())
        writer.put("current", this.current.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Device {
            val reader = ObjectReader(json)
            return Device(
                id = reader.required("id") { it.asString() },
                kind = reader.required("kind") { DeviceKind.fromJson(it) },
                name = reader.required("name") { it.asString() },
                address = reader.required("address") { it.asString() },
                createdAt = reader.required("createdAt") { it.asInstant() },
                lastUsedAt = reader.required("lastUsedAt") { it.asInstant() },
                current = reader.required("current") { it.asBoolean() },
                unknownFields = reader.others(),
            )
        }
    }
}

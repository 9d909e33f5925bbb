// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** Where a browser goes to be vouched for */
public data class Departure(
    /** Address of the service, where the browser goes now */
    val url: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("url", this.url.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Departure {
            val reader = ObjectReader(json)
            return Departure(
                url = reader.required("url") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

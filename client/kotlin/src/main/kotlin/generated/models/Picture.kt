// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** An uploaded picture */
public data class Picture(
    val id: String,
    /** Path of the original */
    val url: String,
    /** Path of a WebP, 480 pixels at its longer side */
    val thumbnailUrl: String,
    /** Pixels */
    val width: Long,
    /** Pixels */
    val height: Long,
    /** What it shows, in words; empty when decorative */
    val alt: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("url", this.url.toJson())
        writer.put("thumbnailUrl", this.thumbnailUrl.toJson())
        writer.put("width", this.width.toJson())
        writer.put("height", this.height.toJson())
        writer.put("alt", this.alt.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Picture {
            val reader = ObjectReader(json)
            return Picture(
                id = reader.required("id") { it.asString() },
                url = reader.required("url") { it.asString() },
                thumbnailUrl = reader.required("thumbnailUrl") { it.asString() },
                width = reader.required("width") { it.asLong() },
                height = reader.required("height") { it.asLong() },
                alt = reader.required("alt") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

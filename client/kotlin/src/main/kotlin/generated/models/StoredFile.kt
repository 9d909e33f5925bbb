// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** An uploaded file */
public data class StoredFile(
    val id: String,
    /** File name as uploaded, without path */
    val name: String,
    val type: StoredFileType,
    /** Bytes */
    val size: Long,
    val visibility: Visibility,
    /** Path of the content */
    val url: String,
    /** Present when the file is a picture */
    val picture: Picture?,
    val createdAt: Instant,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("name", this.name.toJson())
        writer.put("type", this.type.toJson())
        writer.put("size", this.size.toJson())
        writer.put("visibility", this.visibility.toJson())
        writer.put("url", this.url.toJson())
        writer.put("picture", this.picture.orJsonNull { it.toJson() })
        writer.put("createdAt", this.createdAt.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): StoredFile {
            val reader = ObjectReader(json)
            return StoredFile(
                id = reader.required("id") { it.asString() },
                name = reader.required("name") { it.asString() },
                type = reader.required("type") { StoredFileType.fromJson(it) },
                size = reader.required("size") { it.asLong() },
                visibility = reader.required("visibility") { Visibility.fromJson(it) },
                url = reader.required("url") { it.asString() },
                picture = reader.required("picture") { it.orNull { Picture.fromJson(it) } },
                createdAt = reader.required("createdAt") { it.asInstant() },
                unknownFields = reader.others(),
            )
        }
    }
}

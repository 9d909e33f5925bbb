// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

public data class PostsTagsOutputItem(
    val tag: String,
    val count: Long,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("tag", this.tag.toJson())
        writer.put("count", this.count.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): PostsTagsOutputItem {
            val reader = ObjectReader(json)
            return PostsTagsOutputItem(
                tag = reader.required("tag") { it.asString() },
                count = reader.required("count") { it.asLong() },
                unknownFields = reader.others(),
            )
        }
    }
}

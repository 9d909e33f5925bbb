// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What `posts.tags` answers */
public data class PostsTagsOutput(
    val items: List<PostsTagsOutputItem>,
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
        public fun fromJson(json: JsonValue): PostsTagsOutput {
            val reader = ObjectReader(json)
            return PostsTagsOutput(
                items = reader.required("items") { it.asList { PostsTagsOutputItem.fromJson(it) } },
                unknownFields = reader.others(),
            )
        }
    }
}

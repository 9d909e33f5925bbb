// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** A post */
public data class Post(
    val id: String,
    /** Readable part of its address; unique */
    val slug: String,
    val title: String,
    /** The first sentences, as plain text */
    val excerpt: String,
    val tags: List<String>,
    val status: PostStatus,
    val cover: Picture?,
    val author: Author,
    val publishedAt: Instant?,
    val createdAt: Instant,
    val updatedAt: Instant,
    /** Counts changes; send it back when editing */
    val version: Long,
    /** Markdown */
    val body: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("slug", this.slug.toJson())
        writer.put("title", this.title.toJson())
        writer.put("excerpt", this.excerpt.toJson())
        writer.put("tags", this.tags.toJson { it.toJson() })
        writer.put("status", this.status.toJson())
        writer.put("cover", this.cover.orJsonNull { it.toJson() })
        writer.put("author", this.author.toJson())
        writer.put("publishedAt", this.publishedAt.orJsonNull { it.toJson() })
        writer.put("createdAt", this.createdAt.toJson())
        writer.put("updatedAt", this.updatedAt.toJson())
        writer.put("version", this.version.toJson())
        writer.put("body", this.body.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Post {
            val reader = ObjectReader(json)
            return Post(
                id = reader.required("id") { it.asString() },
                slug = reader.required("slug") { it.asString() },
                title = reader.required("title") { it.asString() },
                excerpt = reader.required("excerpt") { it.asString() },
                tags = reader.required("tags") { it.asList { it.asString() } },
                status = reader.required("status") { PostStatus.fromJson(it) },
                cover = reader.required("cover") { it.orNull { Picture.fromJson(it) } },
                author = reader.required("author") { Author.fromJson(it) },
                publishedAt = reader.required("publishedAt") { it.orNull { it.asInstant() } },
                createdAt = reader.required("createdAt") { it.asInstant() },
                updatedAt = reader.required("updatedAt") { it.asInstant() },
                version = reader.required("version") { it.asLong() },
                body = reader.required("body") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import java.time.Instant
import portico.runtime.*

/** Something for sale */
public data class Product(
    val id: String,
    val name: String,
    val description: String,
    val price: Money,
    /** Pieces that can be sold */
    val stock: Long,
    val picture: Picture?,
    val createdAt: Instant,
    val updatedAt: Instant,
    /** Counts changes; send it back when editing */
    val version: Long,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("id", this.id.toJson())
        writer.put("name", this.name.toJson())
        writer.put("description", this.description.toJson())
        writer.put("price", this.price.toJson())
        writer.put("stock", this.stock.toJson())
        writer.put("picture", this.picture.orJsonNull { it.toJson() })
        writer.put("createdAt", this.createdAt.toJson())
        writer.put("updatedAt", this.updatedAt.toJson())
        writer.put("version", this.version.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Product {
            val reader = ObjectReader(json)
            return Product(
                id = reader.required("id") { it.asString() },
                name = reader.required("name") { it.asString() },
                description = reader.required("description") { it.asString() },
                price = reader.required("price") { Money.fromJson(it) },
                stock = reader.required("stock") { it.asLong() },
                picture = reader.required("picture") { it.orNull { Picture.fromJson(it) } },
                createdAt = reader.required("createdAt") { it.asInstant() },
                updatedAt = reader.required("updatedAt") { it.asInstant() },
                version = reader.required("version") { it.asLong() },
                unknownFields = reader.others(),
            )
        }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `products`. */
public class ProductsApi internal constructor(private val caller: Caller) {
    /**
     * Add a product
     *
     * For: admin.
     *
     * @param description (default `""`)
     * @param pictureId An uploaded picture; null for none (default `null`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.IdempotencyInProgress
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.IdempotencyKeyReused
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun create(
        name: String,
        price: Money,
        stock: Long,
        description: String? = null,
        pictureId: Field<String?> = Field.Absent,
        options: CallOptions = CallOptions.Default,
    ): Product = caller.json(
        Operation("products.create", "POST", "/products", isIdempotent = true, isRepeatable = true),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("name", name.toJson())
                this.put("price", price.toJson())
                this.put("stock", stock.toJson())
                this.optional("description", description) { it.toJson() }
                this.field("pictureId", pictureId) { it.orJsonNull { it.toJson() } }
            }.toJson())
        },
        { Product.fromJson(it) },
    )

    /**
     * Take a product from sale
     *
     * For: admin.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun delete(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("products.delete", "DELETE", "/products/{id}"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Read a product
     *
     * Anyone may call it.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun get(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): Product = caller.json(
        Operation("products.get", "GET", "/products/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { Product.fromJson(it) },
    )

    /**
     * List products, newest first
     *
     * Anyone may call it.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
     * @param q Words to look for
     * @param inStock Only what can be bought now
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun list(
        limit: Long? = null,
        cursor: String? = null,
        q: String? = null,
        inStock: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): ProductsListOutput = caller.json(
        Operation("products.list", "GET", "/products", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
                this.optional("q", q) { it.toJson() }
                this.optional("inStock", inStock) { it.toJson() }
            }.toJson())
        },
        { ProductsListOutput.fromJson(it) },
    )

    /**
     * List products, newest first: all pages
     *
     * Each page is asked for when it is needed. See [list].
     */
    public fun listAll(
        limit: Long? = null,
        q: String? = null,
        inStock: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<Product> = pages<ProductsListOutput, Product>(
        load = { next -> list(cursor = next, limit = limit, q = q, inStock = inStock, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * Edit a product
     *
     * Changes only what is given.
     *
     * For: admin.
     *
     * @param version The version you edited; a newer one on the server answers 412
     * @param pictureId An uploaded picture; null for none
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.VersionConflict
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun update(
        id: String,
        version: Long,
        name: String? = null,
        description: String? = null,
        price: Money? = null,
        stock: Long? = null,
        pictureId: Field<String?> = Field.Absent,
        options: CallOptions = CallOptions.Default,
    ): Product = caller.json(
        Operation("products.update", "PUT", "/products/{id}"),
        options,
        {
            this.path("id", id.toJson())
            this.json(ObjectWriter().apply {
                this.put("version", version.toJson())
                this.optional("name", name) { it.toJson() }
                this.optional("description", description) { it.toJson() }
                this.optional("price", price) { it.toJson() }
                this.optional("stock", stock) { it.toJson() }
                this.field("pictureId", pictureId) { it.orJsonNull { it.toJson() } }
            }.toJson())
        },
        { Product.fromJson(it) },
    )
}

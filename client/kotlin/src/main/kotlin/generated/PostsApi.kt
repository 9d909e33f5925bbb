// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `posts`. */
public class PostsApi internal constructor(private val caller: Caller) {
    /**
     * Read a post by the readable part of its address
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
    public suspend fun bySlug(
        slug: String,
        options: CallOptions = CallOptions.Default,
    ): Post = caller.json(
        Operation("posts.bySlug", "GET", "/slugs/{slug}", isRepeatable = true),
        options,
        {
            this.path("slug", slug.toJson())
        },
        { Post.fromJson(it) },
    )

    /**
     * Write a post
     *
     * For: user.
     *
     * @param body Markdown
     * @param tags (default `[]`)
     * @param status (default `"draft"`)
     * @param coverId An uploaded picture of yours; null for none (default `null`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
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
        title: String,
        body: String,
        tags: List<String>? = null,
        status: PostStatus? = null,
        coverId: Field<String?> = Field.Absent,
        options: CallOptions = CallOptions.Default,
    ): Post = caller.json(
        Operation("posts.create", "POST", "/posts", isIdempotent = true, isRepeatable = true),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("title", title.toJson())
                this.put("body", body.toJson())
                this.optional("tags", tags) { it.toJson { it.toJson() } }
                this.optional("status", status) { it.toJson() }
                this.field("coverId", coverId) { it.orJsonNull { it.toJson() } }
            }.toJson())
        },
        { Post.fromJson(it) },
    )

    /**
     * Delete a post of mine
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
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
        Operation("posts.delete", "DELETE", "/posts/{id}"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Read a post
     *
     * Drafts are there for their author and administrators only.
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
    ): Post = caller.json(
        Operation("posts.get", "GET", "/posts/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { Post.fromJson(it) },
    )

    /**
     * List published posts, newest first
     *
     * Filters combine. `q` looks in title, tags and text.
     *
     * Anyone may call it.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
     * @param author Username or id
     * @param q Words to look for
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
        author: String? = null,
        tag: String? = null,
        q: String? = null,
        options: CallOptions = CallOptions.Default,
    ): PostsListOutput = caller.json(
        Operation("posts.list", "GET", "/posts", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
                this.optional("author", author) { it.toJson() }
                this.optional("tag", tag) { it.toJson() }
                this.optional("q", q) { it.toJson() }
            }.toJson())
        },
        { PostsListOutput.fromJson(it) },
    )

    /**
     * List published posts, newest first: all pages
     *
     * Each page is asked for when it is needed. See [list].
     */
    public fun listAll(
        limit: Long? = null,
        author: String? = null,
        tag: String? = null,
        q: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<PostSummary> = pages<PostsListOutput, PostSummary>(
        load = { next -> list(cursor = next, limit = limit, author = author, tag = tag, q = q, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * List my posts and drafts, last changed first
     *
     * For: user.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun mine(
        limit: Long? = null,
        cursor: String? = null,
        status: PostStatus? = null,
        options: CallOptions = CallOptions.Default,
    ): PostsMineOutput = caller.json(
        Operation("posts.mine", "GET", "/me/posts", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
                this.optional("status", status) { it.toJson() }
            }.toJson())
        },
        { PostsMineOutput.fromJson(it) },
    )

    /**
     * List my posts and drafts, last changed first: all pages
     *
     * Each page is asked for when it is needed. See [mine].
     */
    public fun mineAll(
        limit: Long? = null,
        status: PostStatus? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<PostSummary> = pages<PostsMineOutput, PostSummary>(
        load = { next -> mine(cursor = next, limit = limit, status = status, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * List the tags in use, most used first
     *
     * The 30 most used tags of the latest 10,000 posts.
     *
     * Anyone may call it.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun tags(
        options: CallOptions = CallOptions.Default,
    ): PostsTagsOutput = caller.json(
        Operation("posts.tags", "GET", "/tags", isRepeatable = true),
        options,
        {},
        { PostsTagsOutput.fromJson(it) },
    )

    /**
     * Edit a post of mine
     *
     * Changes only what is given. Its address follows the title until the first publication.
     *
     * For: user.
     *
     * @param version The version you edited; a newer one on the server answers 412
     * @param body Markdown
     * @param coverId An uploaded picture of yours; null for none
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
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
        title: String? = null,
        body: String? = null,
        tags: List<String>? = null,
        status: PostStatus? = null,
        coverId: Field<String?> = Field.Absent,
        options: CallOptions = CallOptions.Default,
    ): Post = caller.json(
        Operation("posts.update", "PUT", "/posts/{id}"),
        options,
        {
            this.path("id", id.toJson())
            this.json(ObjectWriter().apply {
                this.put("version", version.toJson())
                this.optional("title", title) { it.toJson() }
                this.optional("body", body) { it.toJson() }
                this.optional("tags", tags) { it.toJson { it.toJson() } }
                this.optional("status", status) { it.toJson() }
                this.field("coverId", coverId) { it.orJsonNull { it.toJson() } }
            }.toJson())
        },
        { Post.fromJson(it) },
    )
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `comments`. */
public class CommentsApi internal constructor(private val caller: Caller) {
    /**
     * Write a comment under a post
     *
     * For: user.
     *
     * @param body Plain text
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
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
        postId: String,
        body: String,
        options: CallOptions = CallOptions.Default,
    ): Comment = caller.json(
        Operation("comments.create", "POST", "/posts/{postId}/comments", isIdempotent = true, isRepeatable = true),
        options,
        {
            this.path("postId", postId.toJson())
            this.json(ObjectWriter().apply {
                this.put("body", body.toJson())
            }.toJson())
        },
        { Comment.fromJson(it) },
    )

    /**
     * Delete a comment of mine, or one under a post of mine
     *
     * Administrators may delete any.
     *
     * For: user.
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
        Operation("comments.delete", "DELETE", "/comments/{id}"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Read a comment
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
    ): Comment = caller.json(
        Operation("comments.get", "GET", "/comments/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { Comment.fromJson(it) },
    )

    /**
     * List the comments under a post, newest first
     *
     * Anyone may call it.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
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
    public suspend fun list(
        postId: String,
        limit: Long? = null,
        cursor: String? = null,
        options: CallOptions = CallOptions.Default,
    ): CommentsListOutput = caller.json(
        Operation("comments.list", "GET", "/posts/{postId}/comments", isRepeatable = true),
        options,
        {
            this.path("postId", postId.toJson())
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
            }.toJson())
        },
        { CommentsListOutput.fromJson(it) },
    )

    /**
     * List the comments under a post, newest first: all pages
     *
     * Each page is asked for when it is needed. See [list].
     */
    public fun listAll(
        postId: String,
        limit: Long? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<Comment> = pages<CommentsListOutput, Comment>(
        load = { next -> list(cursor = next, postId = postId, limit = limit, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * Follow the comments under a post as they come and go
     *
     * Starts with `reset`: then read the list, and apply what follows to it. Connecting again with the last id goes on after it.
     *
     * Anyone may call it.
     *
     * @param lastEventId The id of the event after which to go on
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
    public fun live(
        postId: String,
        lastEventId: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<CommentEvent> = caller.stream(
        Operation("comments.live", "GET", "/posts/{postId}/comments/live", isRepeatable = true, accept = "text/event-stream"),
        options,
        isResumable = true,
        {
            this.path("postId", postId.toJson())
            this.query(ObjectWriter().apply {
                this.optional("lastEventId", lastEventId) { it.toJson() }
            }.toJson())
        },
        { CommentEvent.fromJson(it) },
    )
}

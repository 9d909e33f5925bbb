// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `files`. */
public class FilesApi internal constructor(private val caller: Caller) {
    /**
     * Download a file
     *
     * Serves ranges. Pictures, audio and video are shown by browsers, everything else is saved.
     *
     * Anyone may call it.
     *
     * @param download True offers to save it instead of showing it
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RangeNotSatisfiable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun content(
        id: String,
        download: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): Download = caller.download(
        Operation("files.content", "GET", "/files/{id}/content", isRepeatable = true, accept = "*/*"),
        options,
        {
            this.path("id", id.toJson())
            this.query(ObjectWriter().apply {
                this.optional("download", download) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Delete a file of mine
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
        Operation("files.delete", "DELETE", "/files/{id}"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Read what is known of a file
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
    ): StoredFile = caller.json(
        Operation("files.get", "GET", "/files/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { StoredFile.fromJson(it) },
    )

    /**
     * List my files, newest first
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
        options: CallOptions = CallOptions.Default,
    ): FilesMineOutput = caller.json(
        Operation("files.mine", "GET", "/files", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
            }.toJson())
        },
        { FilesMineOutput.fromJson(it) },
    )

    /**
     * List my files, newest first: all pages
     *
     * Each page is asked for when it is needed. See [mine].
     */
    public fun mineAll(
        limit: Long? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<StoredFile> = pages<FilesMineOutput, StoredFile>(
        load = { next -> mine(cursor = next, limit = limit, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * Download the thumbnail of a picture
     *
     * A WebP, 480 pixels at its longer side.
     *
     * Anyone may call it.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RangeNotSatisfiable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun thumbnail(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): Download = caller.download(
        Operation("files.thumbnail", "GET", "/files/{id}/thumbnail", isRepeatable = true, accept = "*/*"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Upload a file
     *
     * The content must be what its type says. Pictures get a thumbnail.
     *
     * For: user.
     *
     * @param alt What a picture shows, in words (default `""`)
     * @param visibility (default `"public"`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun upload(
        file: FileUpload,
        alt: String? = null,
        visibility: Visibility? = null,
        options: CallOptions = CallOptions.Default,
    ): StoredFile = caller.json(
        Operation("files.upload", "POST", "/files"),
        options,
        {
            this.form {
                this.file("file", file)
                if (alt != null) this.put("alt", alt.toJson())
                if (visibility != null) this.put("visibility", visibility.toJson())
            }
        },
        { StoredFile.fromJson(it) },
    )
}

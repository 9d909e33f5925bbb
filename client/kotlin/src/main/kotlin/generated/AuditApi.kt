// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `audit`. */
public class AuditApi internal constructor(private val caller: Caller) {
    /**
     * List what happened to my account, newest first
     *
     * Sign-ins and failed attempts, and every change of how one gets in.
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
    ): AuditMineOutput = caller.json(
        Operation("audit.mine", "GET", "/me/events", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
            }.toJson())
        },
        { AuditMineOutput.fromJson(it) },
    )

    /**
     * List what happened to my account, newest first: all pages
     *
     * Each page is asked for when it is needed. See [mine].
     */
    public fun mineAll(
        limit: Long? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<AuditEntry> = pages<AuditMineOutput, AuditEntry>(
        load = { next -> mine(cursor = next, limit = limit, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )
}

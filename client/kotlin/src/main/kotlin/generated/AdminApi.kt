// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import kotlinx.coroutines.flow.Flow
import portico.runtime.*

/** The operations `admin`. */
public class AdminApi internal constructor(private val caller: Caller) {
    /**
     * Shut an account
     *
     * Every session and every token of it ends at once; nothing of it is deleted.
     *
     * For: admin.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.Conflict
     * @throws ApiException.LastAdmin
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun disable(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): ManagedUser = caller.json(
        Operation("admin.disable", "POST", "/admin/users/{id}/disable"),
        options,
        {
            this.path("id", id.toJson())
        },
        { ManagedUser.fromJson(it) },
    )

    /**
     * Open a shut account again
     *
     * Also keeps an account whose owner had asked for its deletion.
     *
     * For: admin.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun enable(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): ManagedUser = caller.json(
        Operation("admin.enable", "POST", "/admin/users/{id}/enable"),
        options,
        {
            this.path("id", id.toJson())
        },
        { ManagedUser.fromJson(it) },
    )

    /**
     * Read the audit log, newest first
     *
     * For: admin.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
     * @param userId What happened to this account, and what this administrator did
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun events(
        limit: Long? = null,
        cursor: String? = null,
        userId: String? = null,
        event: AuditEventName? = null,
        options: CallOptions = CallOptions.Default,
    ): AdminEventsOutput = caller.json(
        Operation("admin.events", "GET", "/admin/events", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
                this.optional("userId", userId) { it.toJson() }
                this.optional("event", event) { it.toJson() }
            }.toJson())
        },
        { AdminEventsOutput.fromJson(it) },
    )

    /**
     * Read the audit log, newest first: all pages
     *
     * Each page is asked for when it is needed. See [events].
     */
    public fun eventsAll(
        limit: Long? = null,
        userId: String? = null,
        event: AuditEventName? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<ManagedAuditEntry> = pages<AdminEventsOutput, ManagedAuditEntry>(
        load = { next -> events(cursor = next, limit = limit, userId = userId, event = event, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )

    /**
     * Give a user another role
     *
     * For: admin.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.LastAdmin
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun setRole(
        id: String,
        role: Role,
        options: CallOptions = CallOptions.Default,
    ): ManagedUser = caller.json(
        Operation("admin.setRole", "PUT", "/admin/users/{id}/role"),
        options,
        {
            this.path("id", id.toJson())
            this.json(ObjectWriter().apply {
                this.put("role", role.toJson())
            }.toJson())
        },
        { ManagedUser.fromJson(it) },
    )

    /**
     * Read a user as an administrator
     *
     * For: admin.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun user(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): ManagedUser = caller.json(
        Operation("admin.user", "GET", "/admin/users/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { ManagedUser.fromJson(it) },
    )

    /**
     * Search users, newest first
     *
     * For: admin.
     *
     * @param limit How many items, at most (default `20`)
     * @param cursor Opaque; the `nextCursor` of the page before
     * @param q Part of a username, a name or an e-mail address
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.Forbidden
     * @throws ApiException.InsufficientScope
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun users(
        limit: Long? = null,
        cursor: String? = null,
        q: String? = null,
        role: Role? = null,
        standing: Standing? = null,
        options: CallOptions = CallOptions.Default,
    ): AdminUsersOutput = caller.json(
        Operation("admin.users", "GET", "/admin/users", isRepeatable = true),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("limit", limit) { it.toJson() }
                this.optional("cursor", cursor) { it.toJson() }
                this.optional("q", q) { it.toJson() }
                this.optional("role", role) { it.toJson() }
                this.optional("standing", standing) { it.toJson() }
            }.toJson())
        },
        { AdminUsersOutput.fromJson(it) },
    )

    /**
     * Search users, newest first: all pages
     *
     * Each page is asked for when it is needed. See [users].
     */
    public fun usersAll(
        limit: Long? = null,
        q: String? = null,
        role: Role? = null,
        standing: Standing? = null,
        options: CallOptions = CallOptions.Default,
    ): Flow<ManagedUser> = pages<AdminUsersOutput, ManagedUser>(
        load = { next -> users(cursor = next, limit = limit, q = q, role = role, standing = standing, options = options) },
        items = { it.items },
        next = { it.nextCursor },
    )
}

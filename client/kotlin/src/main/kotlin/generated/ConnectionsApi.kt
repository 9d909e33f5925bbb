// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `connections`. */
public class ConnectionsApi internal constructor(private val caller: Caller) {
    /**
     * Begin to sign in with another service
     *
     * Answers where the browser goes; it comes back to this server by itself.
     *
     * Anyone may call it.
     *
     * @param returnTo Path of this site to go on at (default `"/"`)
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
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
    public suspend fun begin(
        provider: ProviderId,
        returnTo: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Departure = caller.json(
        Operation("connections.begin", "POST", "/connections/begin"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("provider", provider.toJson())
                this.optional("returnTo", returnTo) { it.toJson() }
            }.toJson())
        },
        { Departure.fromJson(it) },
    )

    /**
     * Begin to connect an account of another service to mine
     *
     * For: user.
     *
     * @param returnTo Path of this site to go on at (default `"/"`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
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
    public suspend fun connect(
        provider: ProviderId,
        returnTo: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Departure = caller.json(
        Operation("connections.connect", "POST", "/me/connections"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("provider", provider.toJson())
                this.optional("returnTo", returnTo) { it.toJson() }
            }.toJson())
        },
        { Departure.fromJson(it) },
    )

    /**
     * Finish a sign-in with another service by a code
     *
     * For accounts with a second factor; the ticket is in the address that the browser came back to.
     *
     * Anyone may call it.
     *
     * @param code Six digits of the authenticator, or a recovery code
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidLink
     * @throws ApiException.InvalidCode
     * @throws ApiException.InvalidToken
     * @throws ApiException.AccountDisabled
     * @throws ApiException.EmailUnverified
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
    public suspend fun finish(
        ticket: String,
        code: String,
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("connections.finish", "POST", "/connections/finish"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("ticket", ticket.toJson())
                this.put("code", code.toJson())
            }.toJson())
        },
        { User.fromJson(it) },
    )

    /**
     * List the accounts elsewhere that sign me in
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun mine(
        options: CallOptions = CallOptions.Default,
    ): ConnectionsMineOutput = caller.json(
        Operation("connections.mine", "GET", "/me/connections", isRepeatable = true),
        options,
        {},
        { ConnectionsMineOutput.fromJson(it) },
    )

    /**
     * List the services that one may sign in with
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
    public suspend fun providers(
        options: CallOptions = CallOptions.Default,
    ): ConnectionsProvidersOutput = caller.json(
        Operation("connections.providers", "GET", "/connections/providers", isRepeatable = true),
        options,
        {},
        { ConnectionsProvidersOutput.fromJson(it) },
    )

    /**
     * Let an account elsewhere sign me in no more
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.LastWayIn
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun remove(
        provider: ProviderId,
        subject: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("connections.remove", "DELETE", "/me/connections/{provider}/{subject}"),
        options,
        {
            this.path("provider", provider.toJson())
            this.path("subject", subject.toJson())
        },
    )

    /**
     * Come back from another service
     *
     * Where services send browsers back to: signs in and goes on to the site, which says so where it was refused.
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
    public suspend fun return_(
        provider: ProviderId,
        state: String? = null,
        code: String? = null,
        error: String? = null,
        iss: String? = null,
        options: CallOptions = CallOptions.Default,
    ): String = caller.location(
        Operation("connections.return", "GET", "/connections/{provider}/return", isRepeatable = true, accept = "*/*"),
        options,
        {
            this.path("provider", provider.toJson())
            this.query(ObjectWriter().apply {
                this.optional("state", state) { it.toJson() }
                this.optional("code", code) { it.toJson() }
                this.optional("error", error) { it.toJson() }
                this.optional("iss", iss) { it.toJson() }
            }.toJson())
        },
    )
}

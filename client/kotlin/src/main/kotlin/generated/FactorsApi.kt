// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `factors`. */
public class FactorsApi internal constructor(private val caller: Caller) {
    /**
     * Begin with an authenticator
     *
     * Makes a secret and shows it once. Nothing changes until a first code is confirmed.
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.Conflict
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun beginTotp(
        options: CallOptions = CallOptions.Default,
    ): TotpSetup = caller.json(
        Operation("factors.beginTotp", "POST", "/me/factors/totp"),
        options,
        {},
        { TotpSetup.fromJson(it) },
    )

    /**
     * Ask for codes of my authenticator from now on
     *
     * Answers ten recovery codes, which are shown once.
     *
     * For: user.
     *
     * @param code A first code of the authenticator
     * @param revokeOthers Whether every other device is signed out (default `true`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidCode
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.Conflict
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun confirmTotp(
        code: String,
        revokeOthers: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): RecoveryCodes = caller.json(
        Operation("factors.confirmTotp", "POST", "/me/factors/totp/confirmation"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("code", code.toJson())
                this.optional("revokeOthers", revokeOthers) { it.toJson() }
            }.toJson())
        },
        { RecoveryCodes.fromJson(it) },
    )

    /**
     * Ask for codes of my authenticator no more
     *
     * For: user.
     *
     * @param revokeOthers Whether every other device is signed out (default `true`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun removeTotp(
        revokeOthers: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("factors.removeTotp", "DELETE", "/me/factors/totp"),
        options,
        {
            this.query(ObjectWriter().apply {
                this.optional("revokeOthers", revokeOthers) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Get new recovery codes
     *
     * Ten, which are shown once; those of before count no more.
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
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun renewRecoveryCodes(
        options: CallOptions = CallOptions.Default,
    ): RecoveryCodes = caller.json(
        Operation("factors.renewRecoveryCodes", "POST", "/me/factors/recovery-codes"),
        options,
        {},
        { RecoveryCodes.fromJson(it) },
    )

    /**
     * Ask what my account asks for beside the password
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
    public suspend fun status(
        options: CallOptions = CallOptions.Default,
    ): FactorStatus = caller.json(
        Operation("factors.status", "GET", "/me/factors", isRepeatable = true),
        options,
        {},
        { FactorStatus.fromJson(it) },
    )
}

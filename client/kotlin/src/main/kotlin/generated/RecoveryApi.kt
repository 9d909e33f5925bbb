// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `recovery`. */
public class RecoveryApi internal constructor(private val caller: Caller) {
    /**
     * Mail a link to choose a new password
     *
     * The answer is the same when nobody has the address. The link works for 30 minutes, once.
     *
     * Anyone may call it.
     *
     * @param email E-mail address
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
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
    public suspend fun forgotPassword(
        email: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("recovery.forgotPassword", "POST", "/password/forgotten"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("email", email.toJson())
            }.toJson())
        },
    )

    /**
     * Mail a link to sign in without a password
     *
     * The answer is the same when nobody has the address. The link works for 10 minutes, once.
     *
     * Anyone may call it.
     *
     * @param email E-mail address
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
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
    public suspend fun requestMagicLink(
        email: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("recovery.requestMagicLink", "POST", "/magic-links"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("email", email.toJson())
            }.toJson())
        },
    )

    /**
     * Choose a new password by the link that was mailed
     *
     * Signs out every device, and nobody in. An account with a second factor answers `second_factor_required`; send the same again with `code`: the link still works.
     *
     * Anyone may call it.
     *
     * @param token The token of the link that was mailed
     * @param password 8 to 128 characters, any characters
     * @param code Where the account asks for a code beside the link
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidLink
     * @throws ApiException.SecondFactorRequired
     * @throws ApiException.InvalidCode
     * @throws ApiException.InvalidToken
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
    public suspend fun resetPassword(
        token: String,
        password: String,
        code: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("recovery.resetPassword", "POST", "/password/reset"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("token", token.toJson())
                this.put("password", password.toJson())
                this.optional("code", code) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Sign in by the link that was mailed
     *
     * Sets the session cookie. An account with a second factor answers `second_factor_required`; send the same again with `code`: the link still works.
     *
     * Anyone may call it.
     *
     * @param token The token of the link that was mailed
     * @param code Where the account asks for a code beside the link
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidLink
     * @throws ApiException.SecondFactorRequired
     * @throws ApiException.InvalidCode
     * @throws ApiException.InvalidToken
     * @throws ApiException.AccountDisabled
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
    public suspend fun useMagicLink(
        token: String,
        code: String? = null,
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("recovery.useMagicLink", "POST", "/magic-links/use"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("token", token.toJson())
                this.optional("code", code) { it.toJson() }
            }.toJson())
        },
        { User.fromJson(it) },
    )
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `privacy`. */
public class PrivacyApi internal constructor(private val caller: Caller) {
    /**
     * Keep my account after all
     *
     * Takes what a login takes, and signs nobody in.
     *
     * Anyone may call it.
     *
     * @param username Username or e-mail address
     * @param email E-mail address, instead of `username`
     * @param code Where the account asks for a code beside the password
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidCredentials
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
    public suspend fun cancelDeletion(
        password: String,
        username: String? = null,
        email: String? = null,
        code: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("privacy.cancelDeletion", "POST", "/deletion/cancellation"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("password", password.toJson())
                this.optional("username", username) { it.toJson() }
                this.optional("email", email) { it.toJson() }
                this.optional("code", code) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Download everything that is kept about me
     *
     * A JSON file: account, devices, connections, events, posts, comments and the list of files.
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RangeNotSatisfiable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun export(
        options: CallOptions = CallOptions.Default,
    ): Download = caller.download(
        Operation("privacy.export", "GET", "/me/export", isRepeatable = true, accept = "*/*"),
        options,
        {},
    )

    /**
     * Delete my account
     *
     * Signs out everywhere at once. The account is deleted for good after fourteen days; until then its owner may keep it.
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
     * @throws ApiException.LastAdmin
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun requestDeletion(
        options: CallOptions = CallOptions.Default,
    ): Leaving = caller.json(
        Operation("privacy.requestDeletion", "POST", "/me/deletion"),
        options,
        {},
        { Leaving.fromJson(it) },
    )
}

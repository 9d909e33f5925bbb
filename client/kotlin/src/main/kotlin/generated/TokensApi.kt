// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `tokens`. */
public class TokensApi internal constructor(private val caller: Caller) {
    /**
     * Sign in for an app
     *
     * Answers an access token of ten minutes and a refresh token. A browser uses `POST /login` instead.
     *
     * Anyone may call it.
     *
     * @param username Username or e-mail address
     * @param email E-mail address, instead of `username`
     * @param code Where the account asks for a code beside the password
     * @param scopes What the tokens are for; everything where absent (default `["all"]`)
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidCredentials
     * @throws ApiException.SecondFactorRequired
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
    public suspend fun create(
        password: String,
        username: String? = null,
        email: String? = null,
        code: String? = null,
        scopes: List<TokensCreateInputScope>? = null,
        options: CallOptions = CallOptions.Default,
    ): TokensModel = caller.json(
        Operation("tokens.create", "POST", "/tokens", isAnonymous = true),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("password", password.toJson())
                this.optional("username", username) { it.toJson() }
                this.optional("email", email) { it.toJson() }
                this.optional("code", code) { it.toJson() }
                this.optional("scopes", scopes) { it.toJson { it.toJson() } }
            }.toJson())
        },
        { TokensModel.fromJson(it) },
    )

    /**
     * Exchange a refresh token for new tokens
     *
     * A refresh token is good for once. One that comes again ends every token that came of the same sign-in.
     *
     * Anyone may call it.
     *
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
    public suspend fun refresh(
        refreshToken: String,
        options: CallOptions = CallOptions.Default,
    ): TokensModel = caller.json(
        Operation("tokens.refresh", "POST", "/tokens/refresh", isAnonymous = true),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("refreshToken", refreshToken.toJson())
            }.toJson())
        },
        { TokensModel.fromJson(it) },
    )

    /**
     * Sign an app out
     *
     * Ends every token that came of the same sign-in; also succeeds when there is none.
     *
     * Anyone may call it.
     *
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
    public suspend fun revoke(
        refreshToken: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("tokens.revoke", "POST", "/tokens/revoke", isAnonymous = true),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("refreshToken", refreshToken.toJson())
            }.toJson())
        },
    )
}

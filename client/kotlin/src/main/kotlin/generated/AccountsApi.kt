// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** The operations `accounts`. */
public class AccountsApi internal constructor(private val caller: Caller) {
    /**
     * Ask to use another address
     *
     * Mails a link to the new address, and tells the old one. It changes when the link is opened. The answer is the same when somebody else has the address.
     *
     * For: user.
     *
     * @param email E-mail address
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
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
    public suspend fun changeEmail(
        email: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.changeEmail", "POST", "/me/email"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("email", email.toJson())
            }.toJson())
        },
    )

    /**
     * Change my password
     *
     * Also gives a first one to an account that has none.
     *
     * For: user.
     *
     * @param password 8 to 128 characters, any characters
     * @param revokeOthers Whether every other device is signed out (default `true`)
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
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
    public suspend fun changePassword(
        password: String,
        revokeOthers: Boolean? = null,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.changePassword", "PUT", "/me/password"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("password", password.toJson())
                this.optional("revokeOthers", revokeOthers) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Use another address by the link that was mailed to it
     *
     * Anyone may call it.
     *
     * @param token The token of the link that was mailed
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidLink
     * @throws ApiException.InvalidToken
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.EmailTaken
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun confirmEmailChange(
        token: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.confirmEmailChange", "POST", "/email/change"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("token", token.toJson())
            }.toJson())
        },
    )

    /**
     * Sign in
     *
     * Sets the session cookie. An unknown name and a wrong password have the same answer. An account with a second factor answers `second_factor_required`; send the same again with `code`.
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
    public suspend fun login(
        password: String,
        username: String? = null,
        email: String? = null,
        code: String? = null,
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("accounts.login", "POST", "/login"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("password", password.toJson())
                this.optional("username", username) { it.toJson() }
                this.optional("email", email) { it.toJson() }
                this.optional("code", code) { it.toJson() }
            }.toJson())
        },
        { User.fromJson(it) },
    )

    /**
     * Sign out
     *
     * Ends the session; also succeeds when there is none.
     *
     * Anyone may call it.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun logout(
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.logout", "POST", "/logout"),
        options,
        {},
    )

    /**
     * Read my account
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
    public suspend fun me(
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("accounts.me", "GET", "/me", isRepeatable = true),
        options,
        {},
        { User.fromJson(it) },
    )

    /**
     * Read a user by id or username
     *
     * Anyone may call it.
     *
     * @param id Id or username
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
    public suspend fun profile(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): Profile = caller.json(
        Operation("accounts.profile", "GET", "/users/{id}", isRepeatable = true),
        options,
        {
            this.path("id", id.toJson())
        },
        { Profile.fromJson(it) },
    )

    /**
     * Prove once more who I am
     *
     * Sensitive changes ask for it when the sign-in is more than ten minutes ago. The session gets a new token.
     *
     * For: user.
     *
     * @param password Where the account has one
     * @param code Where the account asks for one
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidCredentials
     * @throws ApiException.SecondFactorRequired
     * @throws ApiException.InvalidCode
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
    public suspend fun reauthenticate(
        password: String? = null,
        code: String? = null,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.reauthenticate", "POST", "/reauthentication"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.optional("password", password) { it.toJson() }
                this.optional("code", code) { it.toJson() }
            }.toJson())
        },
    )

    /**
     * Create an account and sign in
     *
     * Mails a link that verifies the address. Where the server asks for verified addresses, opening it makes the account: nobody is signed in before, and a taken address has the same answer as a new one.
     *
     * Anyone may call it.
     *
     * @param username 3 to 30 letters, digits, - or _; unique whatever the case
     * @param email E-mail address
     * @param password 8 to 128 characters, any characters
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidToken
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.UsernameTaken
     * @throws ApiException.EmailTaken
     * @throws ApiException.PayloadTooLarge
     * @throws ApiException.UnsupportedMediaType
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun register(
        username: String,
        email: String,
        password: String,
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("accounts.register", "POST", "/register"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("username", username.toJson())
                this.put("email", email.toJson())
                this.put("password", password.toJson())
            }.toJson())
        },
        { User.fromJson(it) },
    )

    /**
     * Sign every other device out
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
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun revokeOtherSessions(
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.revokeOtherSessions", "DELETE", "/me/sessions"),
        options,
        {},
    )

    /**
     * Sign a device out
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
     * @throws ApiException.InvalidInput
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun revokeSession(
        id: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.revokeSession", "DELETE", "/me/sessions/{id}"),
        options,
        {
            this.path("id", id.toJson())
        },
    )

    /**
     * Mail me a link that verifies my address
     *
     * Nothing is mailed when it is verified already.
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun sendVerification(
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.sendVerification", "POST", "/me/email/verification"),
        options,
        {},
    )

    /**
     * Ask who is signed in
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
    public suspend fun session(
        options: CallOptions = CallOptions.Default,
    ): AccountsSessionOutput = caller.json(
        Operation("accounts.session", "GET", "/session", isRepeatable = true),
        options,
        {},
        { AccountsSessionOutput.fromJson(it) },
    )

    /**
     * List the devices where I am signed in
     *
     * For: user.
     *
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.ReauthenticationRequired
     * @throws ApiException.NotAcceptable
     * @throws ApiException.RateLimited
     * @throws ApiException.Internal
     * @throws ApiException.Unavailable
     * @throws ApiException.Timeout
     */
    public suspend fun sessions(
        options: CallOptions = CallOptions.Default,
    ): AccountsSessionsOutput = caller.json(
        Operation("accounts.sessions", "GET", "/me/sessions", isRepeatable = true),
        options,
        {},
        { AccountsSessionsOutput.fromJson(it) },
    )

    /**
     * Edit my account
     *
     * Changes only what is given. Administrators may edit every account.
     *
     * For: user.
     *
     * @param name Display name
     * @param username 3 to 30 letters, digits, - or _; unique whatever the case
     * @param avatarId An uploaded picture of yours; null removes it
     * @param version The version you edited; a newer one on the server answers 412
     * @throws ApiException.BadRequest
     * @throws ApiException.Unauthenticated
     * @throws ApiException.InvalidToken
     * @throws ApiException.InsufficientScope
     * @throws ApiException.CrossSite
     * @throws ApiException.NotFound
     * @throws ApiException.NotAcceptable
     * @throws ApiException.UsernameTaken
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
        name: String? = null,
        bio: String? = null,
        username: String? = null,
        avatarId: Field<String?> = Field.Absent,
        version: Long? = null,
        options: CallOptions = CallOptions.Default,
    ): User = caller.json(
        Operation("accounts.update", "PUT", "/users/{id}"),
        options,
        {
            this.path("id", id.toJson())
            this.json(ObjectWriter().apply {
                this.optional("name", name) { it.toJson() }
                this.optional("bio", bio) { it.toJson() }
                this.optional("username", username) { it.toJson() }
                this.field("avatarId", avatarId) { it.orJsonNull { it.toJson() } }
                this.optional("version", version) { it.toJson() }
            }.toJson())
        },
        { User.fromJson(it) },
    )

    /**
     * Verify an address by the link that was mailed
     *
     * Anyone may call it.
     *
     * @param token The token of the link that was mailed
     * @throws ApiException.BadRequest
     * @throws ApiException.InvalidLink
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
    public suspend fun verifyEmail(
        token: String,
        options: CallOptions = CallOptions.Default,
    ): Unit = caller.nothing(
        Operation("accounts.verifyEmail", "POST", "/email/verification"),
        options,
        {
            this.json(ObjectWriter().apply {
                this.put("token", token.toJson())
            }.toJson())
        },
    )
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/**
 * Portico, by the document of version 0.1.0.
 *
 * Make one client and share it: it keeps connections and the session.
 *
 * @param baseUrl where the API is: `https://example.com/api`
 */
public class PorticoClient(baseUrl: String, options: ClientOptions = ClientOptions()) {
    private val caller: Caller = Caller(baseUrl, options, "portico-kotlin/0.1.0", ApiException::of)

    /** Who is signed in. */
    public val session: Session get() = caller.session

    public val accounts: AccountsApi = AccountsApi(caller)
    public val admin: AdminApi = AdminApi(caller)
    public val audit: AuditApi = AuditApi(caller)
    public val comments: CommentsApi = CommentsApi(caller)
    public val connections: ConnectionsApi = ConnectionsApi(caller)
    public val factors: FactorsApi = FactorsApi(caller)
    public val files: FilesApi = FilesApi(caller)
    public val posts: PostsApi = PostsApi(caller)
    public val privacy: PrivacyApi = PrivacyApi(caller)
    public val products: ProductsApi = ProductsApi(caller)
    public val recovery: RecoveryApi = RecoveryApi(caller)
    public val tokens: TokensApi = TokensApi(caller)

    init {
        caller.session.renew = { refreshToken ->
            this.tokens.refresh(refreshToken = refreshToken).let { Tokens(it.accessToken, it.refreshToken) }
        }
    }

    /**
     * Sign in for an app
     *
     * Every later call carries the access token, which is renewed when it expires.
     */
    public suspend fun signIn(
        password: String,
        username: String? = null,
        email: String? = null,
        code: String? = null,
        scopes: List<TokensCreateInputScope>? = null,
        options: CallOptions = CallOptions.Default,
    ): TokensModel {
        val answer = this.tokens.create(password = password, username = username, email = email, code = code, scopes = scopes, options = options)
        session.begin(Tokens(answer.accessToken, answer.refreshToken))
        return answer
    }

    /** Ends the session on the server, and forgets the tokens, also where the server cannot be reached. */
    public suspend fun signOut(options: CallOptions = CallOptions.Default) {
        val ended = session.tokens() ?: return
        session.end()
        this.tokens.revoke(refreshToken = ended.refreshToken, options = options)
    }
}

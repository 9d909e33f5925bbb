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
    private val caller: Caller = Caller(baseUrl, options, "Portico-kotlin/0.1.0", ApiException::of)

    /** Who is signed in. */
    public val session: Session get() = caller.session

    public val accounts: AccountsApi = AccountsApi(caller)
    public val audit: AuditApi = AuditApi(caller)
    public val comments: CommentsApi = CommentsApi(caller)
    public val factors: FactorsApi = FactorsApi(caller)
    public val files: FilesApi = FilesApi(caller)
    public val posts: PostsApi = PostsApi(caller)
    public val products: ProductsApi = ProductsApi(caller)
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class TokensCreateInputScope(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val ALL: TokensCreateInputScope = TokensCreateInputScope("all")
        public val ACCOUNT_READ: TokensCreateInputScope = TokensCreateInputScope("account:read")
        public val ACCOUNT_WRITE: TokensCreateInputScope = TokensCreateInputScope("account:write")
        public val POSTS_READ: TokensCreateInputScope = TokensCreateInputScope("posts:read")
        public val POSTS_WRITE: TokensCreateInputScope = TokensCreateInputScope("posts:write")
        public val COMMENTS_WRITE: TokensCreateInputScope = TokensCreateInputScope("comments:write")
        public val FILES_READ: TokensCreateInputScope = TokensCreateInputScope("files:read")
        public val FILES_WRITE: TokensCreateInputScope = TokensCreateInputScope("files:write")
        public val PRODUCTS_WRITE: TokensCreateInputScope = TokensCreateInputScope("products:write")

        /** The values that the document has. */
        public val entries: List<TokensCreateInputScope> = listOf(ALL, ACCOUNT_READ, ACCOUNT_WRITE, POSTS_READ, POSTS_WRITE, COMMENTS_WRITE, FILES_READ, FILES_WRITE, PRODUCTS_WRITE)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): TokensCreateInputScope = TokensCreateInputScope(json.asString())
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/**
 * A service that vouches for people
 *
 * A newer server may answer values that are not listed here: they are kept.
 */
@JvmInline
public value class ProviderId(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val GOOGLE: ProviderId = ProviderId("google")
        public val GITHUB: ProviderId = ProviderId("github")
        public val OIDC: ProviderId = ProviderId("oidc")

        /** The values that the document has. */
        public val entries: List<ProviderId> = listOf(GOOGLE, GITHUB, OIDC)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): ProviderId = ProviderId(json.asString())
    }
}

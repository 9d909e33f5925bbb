// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/**
 * How an account stands; `leaving` is about to be deleted
 *
 * A newer server may answer values that are not listed here: they are kept.
 */
@JvmInline
public value class Standing(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val ACTIVE: Standing = Standing("active")
        public val DISABLED: Standing = Standing("disabled")
        public val LEAVING: Standing = Standing("leaving")

        /** The values that the document has. */
        public val entries: List<Standing> = listOf(ACTIVE, DISABLED, LEAVING)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): Standing = Standing(json.asString())
    }
}

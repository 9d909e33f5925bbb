// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class Role(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val USER: Role = Role("user")
        public val ADMIN: Role = Role("admin")

        /** The values that the document has. */
        public val entries: List<Role> = listOf(USER, ADMIN)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): Role = Role(json.asString())
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class DeviceKind(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val BROWSER: DeviceKind = DeviceKind("browser")
        public val APP: DeviceKind = DeviceKind("app")

        /** The values that the document has. */
        public val entries: List<DeviceKind> = listOf(BROWSER, APP)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): DeviceKind = DeviceKind(json.asString())
    }
}

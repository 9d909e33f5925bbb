// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** What an authenticator has to be told */
public data class TotpSetup(
    /** Base32, to be typed where no code can be scanned */
    val secret: String,
    /** The address that an authenticator opens */
    val otpauthUrl: String,
    /** The same address as a QR code, an SVG image */
    val qrSvg: String,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("secret", this.secret.toJson())
        writer.put("otpauthUrl", this.otpauthUrl.toJson())
        writer.put("qrSvg", this.qrSvg.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): TotpSetup {
            val reader = ObjectReader(json)
            return TotpSetup(
                secret = reader.required("secret") { it.asString() },
                otpauthUrl = reader.required("otpauthUrl") { it.asString() },
                qrSvg = reader.required("qrSvg") { it.asString() },
                unknownFields = reader.others(),
            )
        }
    }
}

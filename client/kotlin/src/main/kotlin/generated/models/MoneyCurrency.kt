// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class MoneyCurrency(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val EUR: MoneyCurrency = MoneyCurrency("EUR")
        public val USD: MoneyCurrency = MoneyCurrency("USD")
        public val GBP: MoneyCurrency = MoneyCurrency("GBP")
        public val CHF: MoneyCurrency = MoneyCurrency("CHF")
        public val JPY: MoneyCurrency = MoneyCurrency("JPY")

        /** The values that the document has. */
        public val entries: List<MoneyCurrency> = listOf(EUR, USD, GBP, CHF, JPY)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): MoneyCurrency = MoneyCurrency(json.asString())
    }
}

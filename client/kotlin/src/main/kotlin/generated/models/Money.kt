// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** An amount of money */
public data class Money(
    /** In the currency’s minor unit: cents, pence, yen */
    val amount: Long,
    /** ISO 4217 */
    val currency: MoneyCurrency,
    override val unknownFields: Map<String, JsonValue> = emptyMap(),
) : JsonModel {
    override fun toJson(): JsonValue {
        val writer = ObjectWriter()
        writer.put("amount", this.amount.toJson())
        writer.put("currency", this.currency.toJson())
        writer.others(unknownFields)
        return writer.toJson()
    }

    public companion object {
        /** @throws DecodingException when [json] is something else */
        public fun fromJson(json: JsonValue): Money {
            val reader = ObjectReader(json)
            return Money(
                amount = reader.required("amount") { it.asLong() },
                currency = reader.required("currency") { MoneyCurrency.fromJson(it) },
                unknownFields = reader.others(),
            )
        }
    }
}

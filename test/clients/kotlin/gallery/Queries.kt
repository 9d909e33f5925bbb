/** Values in queries and paths. */
package odd

import gallery.GalleryClient
import gallery.QueriesNestedInputFilter
import gallery.QueriesNestedInputFilterPrice
import gallery.QueriesScalarsInputColour
import gallery.QueriesUnionInputAt
import java.math.BigInteger
import java.time.Instant

val instant: Instant = Instant.parse("2024-02-29T23:59:59.999Z")
val big = BigInteger("-123456789012345678901234567890")

suspend fun queries(client: GalleryClient) {
    val queries = client.queries
    same("text", "a&b=c#d?é") { queries.scalars(text = "a&b=c#d?é").text }
    same("empty text", "") { queries.scalars(text = "", count = 0).text }
    same("ratio", -1.5e-7) { queries.scalars(ratio = -1.5e-7).ratio }
    same("flag", false) { queries.scalars(flag = false).flag }
    same("since", instant) { queries.scalars(since = instant).since }
    same("big", big) { queries.scalars(big = big).big }
    same("colour", "light green") { queries.scalars(colour = QueriesScalarsInputColour.LIGHT_GREEN).colour?.value }
    same("list of one", listOf("a")) { queries.lists(tag = listOf("a")).tag }
    same("list", listOf("a", "a", "b,c")) { queries.lists(tag = listOf("a", "a", "b,c"), number = listOf(1, 2)).tag }
    same("set", setOf(instant)) { queries.lists(day = setOf(instant)).day }
    same("pair", Pair("x", 5L)) { queries.lists(pair = Pair("x", 5L)).pair }
    same("nested", 5L) {
        queries.nested(filter = QueriesNestedInputFilter("a", QueriesNestedInputFilterPrice(1, 5))).filter?.price?.max
    }
    same("labels", mapOf("a" to 1L, "b-c" to 2L)) { queries.nested(labels = mapOf("a" to 1L, "b-c" to 2L)).labels }
    same("null", null) { queries.nullable(count = null).count }
    same("not null", 3L) { queries.nullable(count = 3).count }
    same("optional query", 5L) { queries.optionalQuery(limit = 5) }
    same("union", 5L) { queries.union(QueriesUnionInputAt.IntegerValue(5)).at.toJson().toString().toLong() }
    same("delete", listOf("a", "b")) {
        queries.delete(id = "0b7b2c86-5a3c-4c4e-8f6e-4b1d8f0e7a11", reason = listOf("a", "b"), force = true).reason
    }
    same("number in a path", -5L) { queries.byNumber(-5).id }
    same("bigint in a path", big.negate()) { queries.byBigint(big.negate()).id }
    same("date in a path", instant) { queries.byDate(instant).id }
    for (text in listOf("a/b?c#d%2F", "日本 語", "constructor", ":id{id}*", "a+b&c=d;e,f")) {
        same("text in a path $text", text) { queries.byText(text).id }
    }
    same("two in a segment", 20L) { queries.twoParametersInASegment(from = 1, to = 20).to }
    same("action", 4L) { queries.actionAfterColon(4).id }
    same("unicode path", "ü") { queries.unicodePath("ü").id }
    same("punctuated path", 1L) { queries.punctuatedPath() }
    same("put", 7L) { queries.put(id = 1, version = 7).version }
    same("path alone", 1L) { queries.pathAlone(1).id }
}

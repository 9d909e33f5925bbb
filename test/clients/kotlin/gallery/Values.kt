/** Values in bodies. */
package odd

import gallery.GalleryCat
import gallery.GalleryClient
import gallery.GalleryTree
import gallery.ValuesDiscriminatedInputValueSquare
import gallery.ValuesNullishInputValue
import gallery.ValuesNumericEnumInputValue
import gallery.ValuesUnionInputValue
import gallery.ValuesUnionOfObjectsInputValueObject2
import gallery.runtime.Field
import gallery.runtime.JsonParser
import gallery.runtime.get
import java.math.BigInteger

suspend fun values(client: GalleryClient) {
    val values = client.values
    for (value in listOf(ValuesUnionInputValue.IntegerValue(1), ValuesUnionInputValue.StringValue("1"), null)) {
        same("union $value", value?.toJson()) { values.union(value).value?.toJson() }
    }
    val object2 = ValuesUnionOfObjectsInputValueObject2(BigInteger("5"))
    same("union of objects", object2.toJson()) { values.unionOfObjects(object2).value.toJson() }
    val square = ValuesDiscriminatedInputValueSquare(side = 2.0, since = instant)
    same("discriminated", square.toJson()) { values.discriminated(square).value.toJson() }
    same("discriminated and named", GalleryCat(lives = 9)) { values.discriminatedAndNamed(GalleryCat(lives = 9)).value }
    val triple = Triple("a", instant, BigInteger.ONE)
    same("tuple", triple) { values.tuple(triple).value }
    val record = mapOf("a" to instant, "b.c" to instant, "ü" to instant)
    same("record", record) { values.record(record).value }
    same("set", setOf(BigInteger.ONE, BigInteger.TEN)) { values.set(setOf(BigInteger.ONE, BigInteger.TEN)).value }
    same("map", mapOf("a" to instant)) { values.map(mapOf("a" to instant)).value }
    same("map by number", mapOf(7L to setOf("a"))) { values.mapByNumber(mapOf(7L to setOf("a"))).value }
    same("bigint", big) { values.bigint(big).value }
    same("date", instant) { values.date(instant).value }
    same("numeric enum", 10L) { values.numericEnum(ValuesNumericEnumInputValue.N10).value.value }
    val null_ = ValuesNullishInputValue(a = null, b = Field(null))
    same("null", null_.toJson()) { values.nullish(null_).value.toJson() }
    val absent = ValuesNullishInputValue(a = null)
    same("absent", absent.toJson()) { values.nullish(absent).value.toJson() }
    val json = JsonParser.parse("""{"a":[1,"b",null,{"c":[false]}]}""")
    same("anything", json) { values.anything(json).value }
    val text = "𝔘𝔫𝔦 \u202e \"quoted\" \\ / \b\u000c\n\r\t \u2028 👩‍👩‍👧‍👦"
    same("unicode", text) { values.unicode(text).value }
    same("address", "example.org") { values.address("https://example.org/a?b").host }
}

suspend fun bodies(client: GalleryClient) {
    val bodies = client.bodies
    val leaf = GalleryTree("leaf", emptyList())
    same("recursive", GalleryTree("root", listOf(leaf))) { bodies.recursive("root", listOf(leaf)) }
    same("lists of lists", listOf(listOf(listOf(1L, 2L), emptyList()))) {
        bodies.arraysOfArrays(listOf(listOf(listOf(1L, 2L), emptyList()))).cells
    }
    same("optional body", "here") { bodies.optionalBody("here").note }
    same("nothing given", null) { bodies.optionalEverything().a }
    same("defaults", 7L) { bodies.defaults(caught = 3).plain }
    same("a PATCH", instant) { bodies.mergedInputs(id = 5, day = instant).day }
    same("other fields", JsonParser.parse("[true,null]")) {
        bodies.loose("a", otherFields = mapOf("more" to JsonParser.parse("[true,null]"))).toJson()["more"]
    }
    same("other fields of a type", mapOf("since" to instant)) {
        bodies.catchall("a", otherFields = mapOf("since" to instant)).otherFields
    }
    same("strange keys", "mine") {
        bodies.strangeKeys(名前 = "雪", aB = 1, xYZ = false, toString_ = "mine", ref = "#/nowhere").toString_
    }
}

/** JSON, and what survives of what is not known. */
package checks

import java.time.Instant
import portico.Comment
import portico.PostStatus
import portico.runtime.Field
import portico.runtime.JsonNumber
import portico.runtime.JsonParser
import portico.runtime.JsonString
import portico.runtime.JsonSyntaxException
import portico.runtime.JsonWriter
import portico.runtime.orNull
import portico.runtime.toJson

suspend fun json() {
    check("valid-json") {
        for (text in listOf("null", " [1,-0.5e+7,[],{}] ", "{\"\":\"\"}", "\"\\ud83d\\ude00\\u0000\\/\"", "-0", "1E400")) {
            val value = JsonParser.parse(text)
            same(JsonParser.parse(JsonWriter.write(value)), value)
        }
        same(JsonWriter.write(JsonString("\"\\\n\u0001é😀")), "\"\\\"\\\\\\n\\u0001é😀\"")
    }
    check("invalid-json") {
        val texts = listOf("", "nul", "[1,]", "{\"a\"}", "{a:1}", "01", "+1", ".5", "1.", "1e", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "[1]2", "NaN", "'a'")
        for (text in texts) fails<JsonSyntaxException> { JsonParser.parse(text) }
        fails<JsonSyntaxException> { JsonParser.parse("[".repeat(100_000)) }
    }
    check("numbers") {
        same(JsonWriter.write(1.0.toJson()), "1")
        same(JsonWriter.write(5e-324.toJson()), "4.9E-324")
        same(JsonNumber("1e2"), JsonNumber(100L))
        fails<IllegalArgumentException> { Double.NaN.toJson() }
    }
}

suspend fun models() {
    check("unknown-fields-survive") {
        val text = """{"id":"1","postId":"2","body":"é","author":{"id":"3","username":"ada","name":"Ada","avatar":null,"verified":true},"createdAt":"2024-02-29T23:59:59.999+01:00","reactions":[{"by":null}]}"""
        val comment = Comment.fromJson(JsonParser.parse(text))
        same(comment.createdAt, Instant.parse("2024-02-29T22:59:59.999Z"))
        same(comment.unknownFields.keys, setOf("reactions"))
        same(comment.author.unknownFields.keys, setOf("verified"))
        same(JsonWriter.write(comment.toJson()), text.replace("23:59:59.999+01:00", "22:59:59.999Z"))
        same(comment.copy(body = "other").toJson().toString().contains("reactions"), true)
    }
    check("unknown-enum-values-survive") {
        val status = PostStatus.fromJson(JsonString("archived"))
        same(status.isKnown, false)
        same(status.toJson(), JsonString("archived"))
        same(PostStatus.fromJson(JsonString("draft")), PostStatus.DRAFT)
    }
    check("fields") {
        same(Field(null).orNull(), null)
        same(Field.Absent.orNull(), null)
        same(Field("a") == Field("a"), true)
        same<Field<String?>>(Field(null), Field.Present(null))
    }
}

/** Streams: to their end, across a broken connection, and with events that nobody knows yet. */
package scenario

import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import portico.CommentCreated
import portico.CommentEvent
import portico.CommentsReset
import portico.PostStatus
import portico.runtime.asString
import portico.runtime.get

suspend fun streams(stage: Stage) {
    val (client, label) = stage.plain to stage.label
    stage.step("unknown-union-variant") {
        stage.livePost = client.posts.create(title = "$label live", body = "text", status = PostStatus.PUBLISHED).id
        val events = stage.on("unknown-variant").comments.live(stage.livePost)
            .onEach { if (it is CommentsReset) client.comments.create(postId = stage.livePost, body = "hello") }
            .take(3)
            .toList()
        val (pinned, reset, created) = events
        expect(pinned is CommentEvent.Unknown && pinned.json["type"]?.asString() == "pinned") { "the first is $pinned" }
        expect(!pinned.toJson()["commentId"]?.asString().isNullOrEmpty()) { "no commentId in $pinned" }
        expect(reset is CommentsReset) { "the second is $reset" }
        expect(created is CommentCreated && created.comment.body == "hello") { "the third is $created" }
        expect("reactions" in (created as CommentCreated).comment.unknownFields) { "no reactions in $created" }
    }
    stage.step("stream-to-its-end") {
        val events = stage.on("cut-stream").comments.live(stage.livePost)
            .onEach { event ->
                if (event is CommentsReset) for (body in listOf("1", "2")) client.comments.create(stage.livePost, body)
            }
            .toList()
        expect(events.first() is CommentsReset) { "the first is ${events.first()}" }
        val bodies = events.drop(1).map { (it as? CommentCreated)?.comment?.body }
        expect(bodies == listOf("1", "2")) { "then came $bodies" }
    }
}

// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/**
 * What happened to the comments under a post
 *
 * A newer server may answer others: they are [CommentEvent.Unknown].
 */
public sealed interface CommentEvent {
    public fun toJson(): JsonValue

    /** What this client does not know, as it came. */
    public data class Unknown(val json: JsonValue) : CommentEvent {
        override fun toJson(): JsonValue = json
    }

    public companion object {
        /** @throws DecodingException when [json] is a known variant, but not as it should be */
        public fun fromJson(json: JsonValue): CommentEvent = when (json["type"]?.keyText()) {
            "created" -> json.let { CommentCreated.fromJson(it) }
            "deleted" -> json.let { CommentDeleted.fromJson(it) }
            "reset" -> json.let { CommentsReset.fromJson(it) }
            else -> Unknown(json)
        }
    }
}

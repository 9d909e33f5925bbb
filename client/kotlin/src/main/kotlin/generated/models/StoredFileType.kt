// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class StoredFileType(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val IMAGE_PNG: StoredFileType = StoredFileType("image/png")
        public val IMAGE_JPEG: StoredFileType = StoredFileType("image/jpeg")
        public val IMAGE_WEBP: StoredFileType = StoredFileType("image/webp")
        public val IMAGE_GIF: StoredFileType = StoredFileType("image/gif")
        public val IMAGE_AVIF: StoredFileType = StoredFileType("image/avif")
        public val APPLICATION_PDF: StoredFileType = StoredFileType("application/pdf")
        public val TEXT_PLAIN: StoredFileType = StoredFileType("text/plain")
        public val AUDIO_MPEG: StoredFileType = StoredFileType("audio/mpeg")
        public val VIDEO_MP4: StoredFileType = StoredFileType("video/mp4")

        /** The values that the document has. */
        public val entries: List<StoredFileType> = listOf(IMAGE_PNG, IMAGE_JPEG, IMAGE_WEBP, IMAGE_GIF, IMAGE_AVIF, APPLICATION_PDF, TEXT_PLAIN, AUDIO_MPEG, VIDEO_MP4)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): StoredFileType = StoredFileType(json.asString())
    }
}

/** Tells a field that is absent from one that is null. */
package portico.runtime

/**
 * A field that may be absent, and may be null where it is not: `Field.Absent` leaves things as they are, `Field(null)`
 * says null. Fields that cannot be null are simply nullable in Kotlin, and null means absent.
 */
public sealed interface Field<out T> {
    public data object Absent : Field<Nothing>

    public data class Present<out T>(val value: T) : Field<T>

    public companion object {
        public operator fun <T> invoke(value: T): Field<T> = Present(value)
    }
}

/** The value; null where it is absent or null. */
public fun <T> Field<T>.orNull(): T? = when (this) {
    Field.Absent -> null
    is Field.Present -> value
}

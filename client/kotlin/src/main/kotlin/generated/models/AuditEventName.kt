// Generated from the API's document: do not edit.
@file:Suppress("DEPRECATION")

package portico

import portico.runtime.*

/** A newer server may answer values that are not listed here: they are kept. */
@JvmInline
public value class AuditEventName(public val value: String) : JsonEnum {
    override val isKnown: Boolean get() = this in entries

    public fun toJson(): JsonValue = value.toJson()

    override fun toString(): String = value

    public companion object {
        public val REGISTERED: AuditEventName = AuditEventName("registered")
        public val SIGNED_IN: AuditEventName = AuditEventName("signed_in")
        public val SIGN_IN_FAILED: AuditEventName = AuditEventName("sign_in_failed")
        public val SIGNED_OUT: AuditEventName = AuditEventName("signed_out")
        public val REAUTHENTICATED: AuditEventName = AuditEventName("reauthenticated")
        public val SESSION_REVOKED: AuditEventName = AuditEventName("session_revoked")
        public val SESSIONS_REVOKED: AuditEventName = AuditEventName("sessions_revoked")
        public val PASSWORD_CHANGED: AuditEventName = AuditEventName("password_changed")
        public val PASSWORD_REMOVED: AuditEventName = AuditEventName("password_removed")
        public val PASSWORD_RESET_REQUESTED: AuditEventName = AuditEventName("password_reset_requested")
        public val PASSWORD_RESET: AuditEventName = AuditEventName("password_reset")
        public val MAGIC_LINK_REQUESTED: AuditEventName = AuditEventName("magic_link_requested")
        public val EMAIL_VERIFIED: AuditEventName = AuditEventName("email_verified")
        public val EMAIL_CHANGE_REQUESTED: AuditEventName = AuditEventName("email_change_requested")
        public val EMAIL_CHANGED: AuditEventName = AuditEventName("email_changed")
        public val USERNAME_CHANGED: AuditEventName = AuditEventName("username_changed")
        public val FACTOR_ADDED: AuditEventName = AuditEventName("factor_added")
        public val FACTOR_REMOVED: AuditEventName = AuditEventName("factor_removed")
        public val FACTOR_FAILED: AuditEventName = AuditEventName("factor_failed")
        public val RECOVERY_CODE_USED: AuditEventName = AuditEventName("recovery_code_used")
        public val RECOVERY_CODES_RENEWED: AuditEventName = AuditEventName("recovery_codes_renewed")
        public val TOKEN_CREATED: AuditEventName = AuditEventName("token_created")
        public val TOKEN_REVOKED: AuditEventName = AuditEventName("token_revoked")
        public val TOKEN_REUSED: AuditEventName = AuditEventName("token_reused")
        public val CONNECTION_ADDED: AuditEventName = AuditEventName("connection_added")
        public val CONNECTION_REMOVED: AuditEventName = AuditEventName("connection_removed")
        public val ROLE_CHANGED: AuditEventName = AuditEventName("role_changed")
        public val ACCOUNT_DISABLED: AuditEventName = AuditEventName("account_disabled")
        public val ACCOUNT_ENABLED: AuditEventName = AuditEventName("account_enabled")
        public val DATA_EXPORTED: AuditEventName = AuditEventName("data_exported")
        public val DELETION_REQUESTED: AuditEventName = AuditEventName("deletion_requested")
        public val DELETION_CANCELLED: AuditEventName = AuditEventName("deletion_cancelled")
        public val ACCOUNT_DELETED: AuditEventName = AuditEventName("account_deleted")

        /** The values that the document has. */
        public val entries: List<AuditEventName> = listOf(REGISTERED, SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT, REAUTHENTICATED, SESSION_REVOKED, SESSIONS_REVOKED, PASSWORD_CHANGED, PASSWORD_REMOVED, PASSWORD_RESET_REQUESTED, PASSWORD_RESET, MAGIC_LINK_REQUESTED, EMAIL_VERIFIED, EMAIL_CHANGE_REQUESTED, EMAIL_CHANGED, USERNAME_CHANGED, FACTOR_ADDED, FACTOR_REMOVED, FACTOR_FAILED, RECOVERY_CODE_USED, RECOVERY_CODES_RENEWED, TOKEN_CREATED, TOKEN_REVOKED, TOKEN_REUSED, CONNECTION_ADDED, CONNECTION_REMOVED, ROLE_CHANGED, ACCOUNT_DISABLED, ACCOUNT_ENABLED, DATA_EXPORTED, DELETION_REQUESTED, DELETION_CANCELLED, ACCOUNT_DELETED)

        /** @throws DecodingException when [json] is no such value at all */
        public fun fromJson(json: JsonValue): AuditEventName = AuditEventName(json.asString())
    }
}

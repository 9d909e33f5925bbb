import type { AuditEntry } from '@portico/client';

type EventName = AuditEntry['event'];

/** What happened, in words that suit the owner and an administrator alike. */
const texts: Record<EventName, string> = {
  registered: 'Account created',
  signed_in: 'Signed in',
  sign_in_failed: 'Sign-in failed',
  signed_out: 'Signed out',
  reauthenticated: 'Identity confirmed once more',
  session_revoked: 'A device was signed out',
  sessions_revoked: 'All other devices were signed out',
  password_changed: 'Password changed',
  password_removed: 'Password removed, as the address was proven by a link to sign in',
  password_reset_requested: 'Link to a new password asked for',
  password_reset: 'New password chosen by a mailed link',
  magic_link_requested: 'Link to sign in asked for',
  email_verified: 'E-mail address confirmed',
  email_change_requested: 'Change of the e-mail address asked for',
  email_changed: 'E-mail address changed',
  username_changed: 'Username changed',
  factor_added: 'Authenticator app set up',
  factor_removed: 'Authenticator app removed',
  factor_failed: 'Wrong code at sign-in',
  recovery_code_used: 'Recovery code used',
  recovery_codes_renewed: 'Recovery codes renewed',
  token_created: 'App signed in',
  token_revoked: 'App signed out',
  token_reused: 'App signed out, because its key was used twice',
  connection_added: 'Service connected',
  connection_removed: 'Service disconnected',
  role_changed: 'Role changed',
  account_disabled: 'Account shut',
  account_enabled: 'Account opened again',
  data_exported: 'Data downloaded',
  deletion_requested: 'Deletion of the account asked for',
  deletion_cancelled: 'Account kept after all',
  account_deleted: 'Account deleted',
};

/** How it was done, as the log names it: most are ways of proving who one is. */
const ways: Readonly<Record<string, string>> = {
  password: 'with a password',
  reauthentication: 'with a password, while confirming who it is',
  magic_link: 'by a mailed link',
  google: 'with Google',
  github: 'with GitHub',
  oidc: 'with another service',
  administrator: 'by an administrator',
};

const services: Readonly<Record<string, string>> = { google: 'Google', github: 'GitHub' };
const roles: Readonly<Record<string, string>> = { admin: 'administrator', user: 'user' };

/** Every event with its words, in the order in which people look for them. */
export const eventChoices = Object.entries(texts) as readonly (readonly [EventName, string])[];

/** Whether the log knows such an event. */
export function isEventName(text: string | undefined): text is EventName {
  return text !== undefined && Object.hasOwn(texts, text);
}

/** What an entry of the log says, in words. */
export function eventText({ event, details }: Pick<AuditEntry, 'event' | 'details'>): string {
  const text = texts[event];
  const way = ways[details.by ?? ''];
  if (way) return `${text} ${way}`;
  const service = services[details.provider ?? ''];
  if (service) return `${text}: ${service}`;
  const role = roles[details.role ?? ''];
  if (role) return `${text}: now ${role}`;
  return text;
}

/** Events that their owner should look at twice. */
const warnings: readonly EventName[] = [
  'sign_in_failed',
  'factor_failed',
  'token_reused',
  'account_disabled',
];

/** Whether an event may mean that somebody else tried. */
export function isWarning(event: EventName): boolean {
  return warnings.includes(event);
}

/** Where sessions are kept: declared where it is consumed, implemented by the accounts feature. */
import type { Caller } from './caller.ts';

/** Where a session was opened. */
export interface SessionOrigin {
  readonly address: string;
  readonly userAgent: string;
}

/** A session as it is stored. */
export interface StoredSession extends SessionOrigin {
  /** The public half of the token. */
  readonly id: string;
  readonly userId: string;
  /** 32 bytes: the keyed hash of the token's secret half. */
  readonly secretHash: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When its user last proved who they are. */
  readonly authenticatedAt: Date;
  /** When it was last used, to a few minutes. */
  readonly lastUsedAt: Date;
}

/** What must still hold when a session is opened: much may have happened since somebody began to prove who they are. */
export interface Opening {
  /** The session that it takes the place of. */
  readonly replaces?: string;
  /** The hash that the user's password was compared with; absent or null where no password was. */
  readonly passwordHash?: string | null;
  /** Whether a code of the second factor was shown: without one the account must still ask for none. */
  readonly withCode?: boolean;
}

/** What somebody has shown to prove who they are. */
export type Shown = Omit<Opening, 'replaces'>;

/** The user as sessions see them. */
export type SessionUser = Pick<Caller, 'id' | 'username' | 'role'>;

/** Persistence of sessions. */
export interface SessionStore {
  /** Opens a session; false, and nothing has happened, when something does not hold any more. */
  insert(session: StoredSession, opening?: Opening): Promise<boolean>;
  /** The session with its user; null when either is gone. One round trip. */
  find(id: string): Promise<{ session: StoredSession; user: SessionUser } | null>;
  /** Sets a later end, unless the session was revoked meanwhile. */
  extend(id: string, expiresAt: Date): Promise<void>;
  /** Keeps its secret under another key. */
  rehash(id: string, secretHash: Uint8Array): Promise<void>;
  /** Remembers that it was used, unless another request just did. */
  touch(id: string, before: Date): Promise<void>;
  listByUser(userId: string): Promise<StoredSession[]>;
  remove(id: string): Promise<void>;
  removeByUser(userId: string): Promise<void>;
  removeExpired(): Promise<void>;
}

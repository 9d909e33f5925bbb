/** Where token families are kept: declared where it is consumed, implemented by the tokens feature. */
import type { SessionUser } from './session-store.ts';

/** A token family as a request needs it. */
export interface StoredFamily {
  readonly scopes: readonly string[];
  readonly authenticatedAt: Date;
}

/** Persistence of token families. */
export interface FamilyStore {
  /** The family with its user; null when it is over, revoked, or its user has no way in. One round trip. */
  find(id: string): Promise<{ readonly family: StoredFamily; readonly user: SessionUser } | null>;
  /** Notes that its user proved who they are; false when it has ended meanwhile. */
  renewAuthentication(id: string): Promise<boolean>;
  revoke(id: string): Promise<void>;
  revokeByUser(userId: string): Promise<void>;
}

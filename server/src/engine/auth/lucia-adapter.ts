/** Gives lucia our session store: it sees whole tokens when it writes, public ids ever after. */
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import { fail } from '../errors/failure.ts';
import type { Opening, SessionStore, SessionUser, StoredSession } from './session-store.ts';
import { hashSecret, isSecret, parseToken } from './session-token.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Pick<StoredSession, 'authenticatedAt' | 'lastUsedAt'>, Omit<SessionUser, 'id'>>;
    DatabaseSessionAttributes: Omit<StoredSession, 'id' | 'userId' | 'secretHash' | 'expiresAt'> & {
      opening?: Opening;
    };
    DatabaseUserAttributes: Omit<SessionUser, 'id'>;
  }
}

/** Longest life of a session despite use, in milliseconds: 90 days. */
export const absoluteLifetime = 90 * 24 * 60 * 60 * 1000;

/**
 * @param key of the keyed hash under which secrets are stored
 * @param previousKey the one before it
 * @see https://v3.lucia-auth.com/reference/main/Adapter
 */
export function luciaAdapter(store: SessionStore, key: string, previousKey?: string): Adapter {
  /** Whether a secret is the session's; one that was kept under the key before is kept under the present one from now on. */
  const isTheirs = async (secret: string, { id, secretHash }: StoredSession): Promise<boolean> => {
    if (isSecret(secret, key, secretHash)) return true;
    if (previousKey === undefined || !isSecret(secret, previousKey, secretHash)) return false;
    await store.rehash(id, hashSecret(secret, key));
    return true;
  };
  return {
    async getSessionAndUser(token) {
      const parsed = parseToken(token);
      const found = parsed && (await store.find(parsed.publicId));
      if (!found || !(await isTheirs(parsed.secret, found.session))) return [null, null];
      return [toLucia(found.session), toLuciaUser(found.user)];
    },
    async getUserSessions(userId) {
      return (await store.listByUser(userId)).map(toLucia);
    },
    async setSession({ id: token, userId, expiresAt, attributes: { opening = {}, ...attributes } }) {
      const parsed = parseToken(token);
      if (!parsed) throw new TypeError('A session is created with a token of our own');
      const secretHash = hashSecret(parsed.secret, key);
      const session = { id: parsed.publicId, userId, secretHash, expiresAt, ...attributes };
      if (await store.insert(session, opening)) return;
      throw fail(opening.replaces === undefined ? 'invalid_credentials' : 'unauthenticated');
    },
    updateSessionExpiration: (publicId, expiresAt) => store.extend(publicId, expiresAt),
    deleteSession: (publicId) => store.remove(publicId),
    deleteUserSessions: (userId) => store.removeByUser(userId),
    deleteExpiredSessions: () => store.removeExpired(),
  };
}

/** When a session ends if it is not used again. */
export function endOf({ expiresAt, createdAt }: StoredSession): Date {
  return new Date(Math.min(expiresAt.getTime(), createdAt.getTime() + absoluteLifetime));
}

function toLucia(session: StoredSession): DatabaseSession {
  const { id, userId, secretHash: _, expiresAt: __, ...attributes } = session;
  return {
    id,
    userId,
    expiresAt: endOf(session),
    attributes,
  };
}

function toLuciaUser({ id, ...attributes }: SessionUser): DatabaseUser {
  return { id, attributes };
}

/** Sessions for the rest of the server; lucia stays behind this interface. */
import { Lucia, TimeSpan } from 'lucia';
import { validate as isUuid } from 'uuid';
import type { RequestInfo, ResponseHead } from '../http/exchange.ts';
import type { AccessTokens } from './access-tokens.ts';
import { bearerToken, invalidToken, isBearer } from './bearer.ts';
import type { Caller } from './caller.ts';
import type { FamilyStore } from './family-store.ts';
import { endOf, luciaAdapter } from './lucia-adapter.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Opening, SessionStore, Shown } from './session-store.ts';
import { newToken, parseToken } from './session-token.ts';

/** A request and the head of its answer, as signing in and out need them. */
export interface Exchange {
  readonly request: RequestInfo;
  readonly response: ResponseHead;
}

/** What a request may prove its caller by. */
export interface Credentials {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

/** Ways in, and ways to stay in. */
export interface Auth {
  /**
   * Opens a session and hands out its cookie; a cookie the client brought is never adopted.
   * @throws Failure `invalid_credentials` when the account was shut or asks for something else meanwhile
   */
  signIn(exchange: Exchange, userId: string, shown?: Shown): Promise<void>;
  /**
   * Gives a caller who has proven once more who they are a new session in place of theirs; an app keeps its tokens.
   * @throws Failure `unauthenticated` or `invalid_token` when theirs has ended meanwhile
   */
  renew(exchange: Exchange, caller: Caller, shown?: Shown): Promise<void>;
  /** Ends the caller's session and takes its cookie away. */
  signOut(exchange: Exchange, caller: Caller | null): Promise<void>;
  /** Ends every session of a user, in browsers and apps. */
  signOutEverywhere(userId: string): Promise<void>;
  /**
   * The caller that a request proves by an access token or by its cookie, or null; of both the token counts. Extends a
   * session past half of its life, and then sends the same token again.
   * @throws Failure `invalid_token` for a bearer token that is none of ours or over
   */
  authenticate(credentials: Credentials, response: ResponseHead): Promise<Caller | null>;
  /** Whether a caller's session still stands, and its user is still who it was: for what outlives its request's start. */
  isCurrent(caller: Caller): Promise<boolean>;
  /** Removes what has expired. */
  sweep(): Promise<void>;
}

export interface AuthOptions {
  readonly store: SessionStore;
  readonly families: FamilyStore;
  readonly accessTokens: AccessTokens;
  /** Key of the hash under which session secrets are stored. */
  readonly secret: string;
  /** The key before it: a session that was opened under that one moves to the present one at its next use. */
  readonly previousSecret?: string | undefined;
  /** True on https. */
  readonly secure: boolean;
  /** Idle life of a session, in seconds; 30 days where absent. */
  readonly idleSeconds?: number;
}

/** Milliseconds between two writings of when a session was last used. */
const useInterval = 5 * 60 * 1000;

function createLucia({ store, secret, previousSecret, idleSeconds = 30 * 24 * 60 * 60 }: AuthOptions) {
  return new Lucia(luciaAdapter(store, secret, previousSecret), {
    sessionExpiresIn: new TimeSpan(idleSeconds, 's'),
    getSessionAttributes: ({ authenticatedAt, lastUsedAt }) => ({ authenticatedAt, lastUsedAt }),
    getUserAttributes: ({ username, role }) => ({ username, role }),
  });
}

export function createAuth(options: AuthOptions): Auth {
  const lucia = createLucia(options);
  const cookie = sessionCookie(options.secure);
  const open = async ({ request, response }: Exchange, userId: string, opening: Opening) => {
    const token = newToken();
    const { address, userAgent } = request;
    const now = new Date();
    const attributes = { address, userAgent, createdAt: now, authenticatedAt: now, lastUsedAt: now, opening };
    const session = await lucia.createSession(userId, attributes, { sessionId: token });
    response.headers.push(['set-cookie', cookie.write(token, session.expiresAt)]);
  };
  const { families } = options;
  const end = (id: string) => (isFamily(id) ? families.revoke(id) : lucia.invalidateSession(id));

  return {
    signIn: (exchange, userId, shown = {}) => open(exchange, userId, shown),
    async renew(exchange, { id, sessionId }, shown = {}) {
      if (!isFamily(sessionId)) {
        await open(exchange, id, { ...shown, replaces: sessionId });
      } else if (!(await families.renewAuthentication(sessionId))) throw invalidToken();
    },
    async signOut({ response }, caller) {
      if (caller) await end(caller.sessionId);
      response.headers.push(['set-cookie', cookie.clear()], ['clear-site-data', '"cache", "storage"']);
    },
    async signOutEverywhere(userId) {
      await lucia.invalidateUserSessions(userId);
      await families.revokeByUser(userId);
    },
    async authenticate({ cookie: cookieHeader, authorization }, response) {
      if (isBearer(authorization)) return byAccessToken(bearerToken(authorization) ?? '', options);
      const token = cookie.read(cookieHeader);
      if (token === undefined || !parseToken(token)) return null;
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      if (session.fresh) response.headers.push(['set-cookie', cookie.write(token, session.expiresAt)]);
      const { id, username, role } = user;
      const { id: sessionId, authenticatedAt, lastUsedAt } = session;
      const before = new Date(Date.now() - useInterval);
      if (lastUsedAt < before) await options.store.touch(sessionId, before);
      return { id, username, role, sessionId, authenticatedAt, scopes: 'all' };
    },
    async isCurrent({ sessionId, role }) {
      if (isFamily(sessionId)) return (await families.find(sessionId))?.user.role === role;
      const found = await options.store.find(sessionId);
      return found !== null && endOf(found.session) > new Date() && found.user.role === role;
    },
    sweep: () => lucia.deleteExpiredSessions(),
  };
}

/** Whether a session's id is that of a token family: those are UUIDs, sessions of browsers are not. */
function isFamily(sessionId: string): boolean {
  return isUuid(sessionId);
}

/** The token says which family; the database says whether it still stands, and who its user is now. */
async function byAccessToken(token: string, { accessTokens, families }: AuthOptions): Promise<Caller> {
  const { familyId, userId } = await accessTokens.verify(token);
  const found = await families.find(familyId);
  if (!found || found.user.id !== userId) throw invalidToken();
  const { scopes, authenticatedAt } = found.family;
  return {
    ...found.user,
    sessionId: familyId,
    authenticatedAt,
    scopes: scopes.includes('all') ? 'all' : scopes,
  };
}

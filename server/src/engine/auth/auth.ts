/** Sessions for the rest of the server; lucia stays behind this interface. */
import { Lucia, TimeSpan } from 'lucia';
import type { RequestInfo, ResponseHead } from '../http/exchange.ts';
import type { Caller } from './caller.ts';
import { endOf, luciaAdapter } from './lucia-adapter.ts';
import { sessionCookie } from './session-cookie.ts';
import type { SessionStore } from './session-store.ts';
import { newToken, parseToken } from './session-token.ts';

/** A request and the head of its answer, as signing in and out need them. */
export interface Exchange {
  readonly request: RequestInfo;
  readonly response: ResponseHead;
}

/** Ways in, and ways to stay in. */
export interface Auth {
  /** Opens a session and hands out its cookie; a cookie the client brought is never adopted. */
  signIn(exchange: Exchange, userId: string): Promise<void>;
  /** Ends the caller's session and takes its cookie away. */
  signOut(exchange: Exchange, caller: Caller | null): Promise<void>;
  /** Ends every session of a user. */
  signOutEverywhere(userId: string): Promise<void>;
  /**
   * The caller that a Cookie header proves, or null. Extends a session past half of its life, and then
   * sends the same token again.
   */
  authenticate(cookieHeader: string | undefined, response: ResponseHead): Promise<Caller | null>;
  /** Whether a caller's session still stands, and its user is still who it was: for what outlives its request's start. */
  isCurrent(caller: Caller): Promise<boolean>;
  /** Removes what has expired. */
  sweep(): Promise<void>;
}

export interface AuthOptions {
  readonly store: SessionStore;
  /** Key of the hash under which session secrets are stored. */
  readonly secret: string;
  /** True on https. */
  readonly secure: boolean;
  /** Idle life of a session, in seconds; 30 days where absent. */
  readonly idleSeconds?: number;
}

function createLucia({ store, secret, idleSeconds = 30 * 24 * 60 * 60 }: AuthOptions) {
  return new Lucia(luciaAdapter(store, secret), {
    sessionExpiresIn: new TimeSpan(idleSeconds, 's'),
    getSessionAttributes: ({ authenticatedAt }) => ({ authenticatedAt }),
    getUserAttributes: ({ username, role }) => ({ username, role }),
  });
}

export function createAuth(options: AuthOptions): Auth {
  const lucia = createLucia(options);
  const cookie = sessionCookie(options.secure);

  return {
    async signIn({ request, response }, userId) {
      const token = newToken();
      const { address, userAgent } = request;
      const now = new Date();
      const origin = { address, userAgent, createdAt: now, authenticatedAt: now };
      const session = await lucia.createSession(userId, origin, { sessionId: token });
      response.headers.push(['set-cookie', cookie.write(token, session.expiresAt)]);
    },
    async signOut({ response }, caller) {
      if (caller) await lucia.invalidateSession(caller.sessionId);
      response.headers.push(['set-cookie', cookie.clear()], ['clear-site-data', '"cache", "storage"']);
    },
    signOutEverywhere: (userId) => lucia.invalidateUserSessions(userId),
    async authenticate(cookieHeader, response) {
      const token = cookie.read(cookieHeader);
      if (token === undefined || !parseToken(token)) return null;
      const { session, user } = await lucia.validateSession(token);
      if (!session) return null;
      if (session.fresh) response.headers.push(['set-cookie', cookie.write(token, session.expiresAt)]);
      const { id, username, role } = user;
      const { id: sessionId, authenticatedAt } = session;
      return { id, username, role, sessionId, authenticatedAt, scopes: 'all' };
    },
    async isCurrent({ sessionId, role }) {
      const found = await options.store.find(sessionId);
      return found !== null && endOf(found.session) > new Date() && found.user.role === role;
    },
    sweep: () => lucia.deleteExpiredSessions(),
  };
}

/** An app that signs in by tokens, as the tests of tokens need it. */
import type { Tokens } from '@portico/shared/tokens';
import { expect } from 'vitest';
import { password, type TestApp } from '../support/app.ts';

let serial = 0;

/** What an app does. */
export interface TokenUser {
  /** A new user signs in with an app. */
  signIn(scopes?: readonly string[]): Promise<Tokens>;
  /** Asks who one is. */
  me(headers: Readonly<Record<string, string>>, query?: string): Promise<Response>;
  refresh(refreshToken: string): Promise<{ status: number; body: Tokens & { code: string } }>;
  /** The token is none: 401 with its challenge. */
  expectRefused(token: string): Promise<void>;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export function tokenUser(app: TestApp): TokenUser {
  const me: TokenUser['me'] = (headers, query = '') =>
    app.visitor().rest('GET', `/me${query}`, undefined, headers);
  return {
    me,
    async signIn(scopes) {
      const username = `app-${++serial}`;
      await app.user(username);
      const login = { username, password, ...(scopes && { scopes }) };
      const response = await app.visitor().rest('POST', '/tokens', login);
      expect(response.status).toBe(200);
      return response.json();
    },
    async refresh(refreshToken) {
      const response = await app.visitor().rest('POST', '/tokens/refresh', { refreshToken });
      return { status: response.status, body: await response.json() };
    },
    async expectRefused(token) {
      const response = await me(bearer(token));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expect(await response.json()).toMatchObject({ code: 'invalid_token' });
    },
  };
}

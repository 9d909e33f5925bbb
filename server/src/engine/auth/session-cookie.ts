/** The session cookie. @see https://www.rfc-editor.org/rfc/rfc6265 */

/** Reads and writes the session cookie of one origin. */
export interface SessionCookie {
  /** The tokens that a Cookie header offers under our name; a hostile header yields none, never an error. */
  read(header: string | undefined): string | undefined;
  /** `Set-Cookie` that hands out a token. */
  write(token: string, expiresAt: Date): string;
  /** `Set-Cookie` that takes it away. */
  clear(): string;
}

/** @param secure true on https: the name then carries the `__Host-` prefix, which no subdomain can set */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-session' : 'session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read(header) {
      if (header === undefined) return undefined;
      const offered = header.split(';').map((pair) => pair.trim());
      return offered.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    },
    write: (token, expiresAt) => `${name}=${token}; ${attributes}; Expires=${expiresAt.toUTCString()}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}

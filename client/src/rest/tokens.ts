/** Signs calls with an access token, and renews it when it has expired: once, however many calls wait. */
import { ApiError } from './failure.ts';

/** What the server answers to somebody who signs in; what else it answers is kept beside. */
export interface TokenPair {
  readonly accessToken: string;
  /** Good for one renewal. */
  readonly refreshToken: string;
}

/** Where tokens are kept: memory, a file, the keychain of a telephone. */
export interface TokenStore {
  /** Null while nobody is signed in. */
  read(): TokenPair | null | Promise<TokenPair | null>;
  /** Null once the server no longer takes them: their owner signs in again. */
  write(tokens: TokenPair | null): void | Promise<void>;
}

/** Keeps tokens as long as the program runs. */
export function memoryTokens(tokens: TokenPair | null = null): TokenStore {
  let kept = tokens;
  return {
    read: () => kept,
    write(next) {
      kept = next;
    },
  };
}

/** The tokens of one client. */
export interface Signing {
  /** What to sign a call with; null while nobody is signed in. */
  current(): Promise<TokenPair | null>;
  /** After the server refused `used`: whether there are newer ones. */
  renew(used: TokenPair): Promise<boolean>;
}

/** @param refresh asks the server for the next tokens */
export function createSigning(
  store: TokenStore,
  refresh: (tokens: TokenPair) => Promise<TokenPair>,
): Signing {
  let renewing: Promise<boolean> | undefined;

  /** Who signed out meanwhile, or in as somebody else, stays so. @returns whether anybody is signed in */
  const replace = async (old: TokenPair, next: TokenPair | null): Promise<boolean> => {
    const now = await store.read();
    if (now?.refreshToken !== old.refreshToken) return now !== null;
    await store.write(next);
    return next !== null;
  };
  const renew = async (used: TokenPair): Promise<boolean> => {
    const kept = await store.read();
    if (kept?.accessToken !== used.accessToken) return kept !== null;
    try {
      return await replace(kept, await refresh(kept));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) throw error;
      await replace(kept, null);
      return false;
    }
  };
  return {
    current: async () => store.read(),
    renew(used) {
      renewing ??= inTurn(() => renew(used)).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}

/** One tab of a browser after the other, since each refresh token is good for one renewal. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request('portico-tokens', work) : work();
}

/** Signs calls with an access token, and renews it when it has expired: once, however many calls wait. */
import { type Operation, type OperationLink, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable, observableToPromise, type Unsubscribable } from '@trpc/server/observable';
import { named } from './failure.ts';
import { tokenProcedures } from './generated/exceptions.ts';
import type { AppRouter } from './generated/router.ts';
import { isProblem, problemOf } from './problem.ts';

/** What the server answers to somebody who signs in; what else it answers is kept beside. */
export interface Tokens {
  readonly accessToken: string;
  /** Good for one renewal. */
  readonly refreshToken: string;
}

/** Where tokens are kept: memory, a file, the keychain of a telephone. */
export interface TokenStore {
  /** Null while nobody is signed in. */
  read(): Tokens | null | Promise<Tokens | null>;
  /** Null once the server no longer takes them: their owner signs in again. */
  write(tokens: Tokens | null): void | Promise<void>;
}

/** How a client says who calls. */
export interface Authentication {
  /** Headers of a request with these calls. */
  headers(calls: readonly Operation[]): Promise<Record<string, string>>;
  readonly link: TRPCLink<AppRouter>;
}

/** Milliseconds for a renewal: everybody waits for it, and one that is not answered must not be the last. */
const patience = 30_000;

/** Keeps tokens as long as the program runs. */
export function memoryTokens(tokens: Tokens | null = null): TokenStore {
  let kept = tokens;
  return {
    read: () => kept,
    write(next) {
      kept = next;
    },
  };
}

/**
 * Signs every call with the tokens of a store.
 * @example
 * const store = memoryTokens();
 * const client = createClient({ url, auth: bearer(store) });
 * store.write(await client.tokens.create.mutate({ username, password }));
 */
export function bearer(store: TokenStore): Authentication {
  let renewing: Promise<boolean> | undefined;

  /** Who signed out meanwhile, or in as somebody else, stays so. @returns whether anybody is signed in */
  const replace = async (old: Tokens, next: Tokens | null): Promise<boolean> => {
    const now = await store.read();
    if (now?.refreshToken !== old.refreshToken) return now !== null;
    await store.write(next);
    return next !== null;
  };
  const renew = async (used: Tokens, next: Next): Promise<boolean> => {
    const kept = await store.read();
    if (kept?.accessToken !== used.accessToken) return kept !== null;
    const leaving = new AbortController();
    const timer = setTimeout(() => leaving.abort(), patience);
    try {
      const envelope = await observableToPromise(next(refreshCall(kept, leaving.signal)));
      return await replace(kept, (envelope.result as { data: Tokens }).data);
    } catch (error) {
      if (leaving.signal.aborted) throw unanswered();
      const { status = 0 } = problemOf(error) ?? {};
      if (status < 400 || status >= 500 || status === 429) throw error;
      await replace(kept, null);
      return false;
    } finally {
      clearTimeout(timer);
    }
  };
  const renewOnce = (used: Tokens, next: Next) => {
    renewing ??= renew(used, next).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  return {
    async headers([call]) {
      const tokens = call && isSigned(call) ? await store.read() : null;
      return tokens ? { authorization: `Bearer ${tokens.accessToken}` } : {};
    },
    link:
      () =>
      ({ op, next }) => {
        if (!isSigned(op)) return next(op);
        return observable((observer) => {
          let lastEventId: string | undefined;
          let isRenewed = false;
          let isOver = false;
          let sent: Unsubscribable | undefined;
          const fail = (error: unknown) => observer.error(TRPCClientError.from(error as Error));
          const send = async () => {
            const used = await store.read();
            if (isOver) return;
            sent = next(resumed(op, lastEventId)).subscribe({
              ...observer,
              next(envelope) {
                const { result } = envelope;
                if ('id' in result) lastEventId = result.id;
                if ('data' in result) isRenewed = false;
                observer.next(envelope);
              },
              error(error) {
                if (isRenewed || !used || !isRefused(error)) return observer.error(error);
                isRenewed = true;
                renewOnce(used, next).then((isDone) => (isDone ? send() : fail(error)), fail);
              },
            });
          };
          send().catch(fail);
          return () => {
            isOver = true;
            sent?.unsubscribe();
          };
        });
      },
  };
}

type Next = Parameters<OperationLink<AppRouter>>[0]['next'];

/** Whoever asks for tokens shows none. */
function isSigned({ path }: Operation): boolean {
  return !Object.values(tokenProcedures).includes(path);
}

/** Whether the server did not take the token; a wrong password or code is no reason to renew one. */
function isRefused(error: unknown): boolean {
  return isProblem(error, 'unauthenticated', 'invalid_token');
}

function refreshCall({ refreshToken }: Tokens, signal: AbortSignal): Operation {
  return {
    id: 0,
    type: 'mutation',
    path: tokenProcedures.refresh,
    input: { refreshToken },
    context: {},
    signal,
  };
}

function unanswered(): Error {
  return named('TimeoutError', `The tokens were not renewed within ${patience} ms`);
}

/** A stream goes on where it was refused. */
function resumed(op: Operation, lastEventId: string | undefined): Operation {
  return lastEventId === undefined ? op : { ...op, input: { ...(op.input as object), lastEventId } };
}

import { randomBytes } from 'node:crypto';
import { generateCodeVerifier, generateState } from 'arctic';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../db/connect.ts';
import type { Binding, Provider } from '../../engine/auth/identity-provider.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { bindingCookie } from './binding-cookie.ts';
import { connectionAttempts } from './connections.table.ts';

/** How long somebody may stay at the service, in milliseconds. */
const patienceMs = 10 * 60 * 1000;

const statePurpose = 'connection state';
const browserPurpose = 'connection browser';
const sealPurpose = 'connection attempt';

const Sealed = z.object({ verifier: z.string(), nonce: z.string() });

/** A departure that came back to the browser it left from. */
export interface Attempt {
  readonly binding: Pick<Binding, 'verifier' | 'nonce'>;
  /** Whose account gets the connection; null when it is a sign-in. */
  readonly userId: string | null;
  readonly returnTo: string;
}

/** Remembers a departure, and binds it to this browser by a cookie. */
export async function beginAttempt(
  ctx: Context,
  provider: Provider,
  { returnTo, userId }: Pick<Attempt, 'returnTo' | 'userId'>,
): Promise<URL> {
  const binding: Binding = {
    state: generateState(),
    verifier: generateCodeVerifier(),
    nonce: randomBytes(24).toString('base64url'),
  };
  const url = await provider.departure(binding);
  const cookie = bindingCookie(ctx.request.origin);
  const browser = cookie.read(ctx.request.cookie) ?? randomBytes(24).toString('base64url');
  const { verifier, nonce } = binding;
  await ctx.db.insert(connectionAttempts).values({
    stateHash: ctx.vault.hash(statePurpose, binding.state),
    browserHash: ctx.vault.hash(browserPurpose, browser),
    sealed: ctx.vault.seal(sealPurpose).close(JSON.stringify({ verifier, nonce })),
    provider: provider.id,
    userId,
    returnTo,
    expiresAt: new Date(Date.now() + patienceMs),
  });
  ctx.response.headers.push(['set-cookie', cookie.write(browser, patienceMs)]);
  return url;
}

/** Uses up the departure that a state names; null when there is none, or it left from another browser. */
export async function takeAttempt(ctx: Context, provider: Provider, state: string): Promise<Attempt | null> {
  const browser = bindingCookie(ctx.request.origin).read(ctx.request.cookie);
  if (browser === undefined) return null;
  const [taken] = await ctx.db
    .delete(connectionAttempts)
    .where(
      and(
        inArray(connectionAttempts.stateHash, ctx.vault.hashes(statePurpose, state)),
        inArray(connectionAttempts.browserHash, ctx.vault.hashes(browserPurpose, browser)),
        eq(connectionAttempts.provider, provider.id),
        gt(connectionAttempts.expiresAt, sql`now()`),
      ),
    )
    .returning();
  const opened = taken && ctx.vault.seal(sealPurpose).open(taken.sealed);
  if (!taken || !opened) return null;
  return { binding: Sealed.parse(JSON.parse(opened)), userId: taken.userId, returnTo: taken.returnTo };
}

/** Removes departures that never came back. */
export async function sweepAttempts(db: Db): Promise<void> {
  await db.delete(connectionAttempts).where(lt(connectionAttempts.expiresAt, sql`now()`));
}

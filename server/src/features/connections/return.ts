import type { User } from '@portico/shared/accounts';
import type { FinishConnection, Refusal, Return } from '@portico/shared/connections';
import type { Code } from '@portico/shared/errors';
import { transaction } from '../../db/transaction.ts';
import { type Identity, NotVouched, type Provider } from '../../engine/auth/identity-provider.ts';
import { Failure, isFailure } from '../../engine/errors/failure.ts';
import { type RedirectOutput, redirect } from '../../engine/operations/outputs.ts';
import type { Context } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { admit, assertAdmissible, openSession } from '../accounts/admit.service.ts';
import { createNewcomer } from '../accounts/newcomers.service.ts';
import { type Attempt, takeAttempt } from './attempts.ts';
import { addConnection, findConnected } from './connections.service.ts';
import { issueTicket, readTicket, useTicket } from './tickets.ts';

/** Where the site says why somebody did not get in. */
const refuse = (refusal: Refusal, page = '/login') => redirect(`${page}#refused=${refusal}`);

const connectionsPage = '/settings/connections';

/** Somebody is back from a service: signs them in, or connects the account that they left from. */
export async function comeBack(ctx: Context, provider: Provider, back: Return): Promise<RedirectOutput> {
  const attempt = back.state === undefined ? null : await takeAttempt(ctx, provider, back.state);
  if (!attempt) return refuse('failed');
  const page = attempt.userId === null ? '/login' : connectionsPage;
  if (back.code === undefined) return refuse(back.error === 'access_denied' ? 'cancelled' : 'failed', page);
  const identity = await identify(ctx, provider, back.code, attempt);
  if (!identity) return refuse('failed', page);
  return attempt.userId === null
    ? signIn(ctx, provider, identity, attempt.returnTo)
    : connect(ctx, provider, identity, attempt.userId);
}

async function identify(
  ctx: Context,
  provider: Provider,
  code: string,
  { binding }: Attempt,
): Promise<Identity | null> {
  try {
    return await provider.identify(code, binding);
  } catch (error) {
    if (!(error instanceof NotVouched)) throw error;
    ctx.log.warn({ err: error, provider: provider.id }, 'a service did not vouch');
    return null;
  }
}

async function signIn(
  ctx: Context,
  { id: provider }: Provider,
  identity: Identity,
  returnTo: string,
): Promise<RedirectOutput> {
  try {
    const userId = (await findConnected(ctx.db, identity)) ?? (await welcome(ctx, provider, identity));
    if (await ctx.factors.isRequired(ctx.db, userId)) {
      const ticket = await issueTicket(ctx, { userId, provider });
      return redirect(`/login/code#ticket=${ticket}&next=${encodeURIComponent(returnTo)}`);
    }
    await admit(ctx, { id: userId }, { by: provider });
    return redirect(returnTo);
  } catch (error) {
    const refusal = error instanceof Failure ? refusalOf(error.reason) : undefined;
    if (refusal === undefined) throw error;
    return refuse(refusal);
  }
}

/** An account for somebody new. An address that has an account already does not prove that it is theirs. */
async function welcome(ctx: Context, provider: Provider['id'], identity: Identity): Promise<string> {
  const { email, label, isEmailVerified } = identity;
  if (email === null) throw new Failure('invalid_input');
  try {
    const user = await createNewcomer(ctx, { label, email, isEmailVerified }, async (tx, userId) => {
      if (!(await addConnection(tx, userId, provider, identity))) throw new Failure('conflict');
    });
    return user.id;
  } catch (error) {
    // Two returns at once: the other one was first, and has the address, too.
    const isSecond = isFailure(error, 'conflict') || isFailure(error, 'email_taken');
    const userId = isSecond ? await findConnected(ctx.db, identity) : null;
    if (userId === null) throw error;
    return userId;
  }
}

async function connect(
  ctx: Context,
  { id: provider }: Provider,
  identity: Identity,
  userId: string,
): Promise<RedirectOutput> {
  // The one who left must be the one who is back.
  if (ctx.user?.id !== userId) return refuse('failed', connectionsPage);
  const isAdded = await transaction(ctx.db, async (tx) => {
    if (!(await addConnection(tx, userId, provider, identity))) return false;
    await ctx.audit.record(tx, ctx.request, { event: 'connection_added', userId, details: { provider } });
    return true;
  });
  if (!isAdded) {
    const owner = await findConnected(ctx.db, identity);
    return owner === userId ? redirect(connectionsPage) : refuse('connected_elsewhere', connectionsPage);
  }
  return redirect(connectionsPage);
}

/**
 * Signs in somebody whom a service vouched for, now that they gave their code. The ticket is used up only then.
 * @throws invalid_link, and what {@link assertAdmissible} throws
 */
export async function finish(ctx: Context, { ticket: token, code }: FinishConnection): Promise<User> {
  const ticket = await readTicket(ctx, token);
  const { userId, provider: by } = ticket;
  const withCode = await assertAdmissible(ctx, { id: userId }, { by, code });
  await useTicket(ctx.db, ticket);
  await openSession(ctx, userId, { withCode });
  await ctx.audit.record(ctx.db, ctx.request, { event: 'signed_in', userId, details: { by } });
  return readUser(ctx.db, userId);
}

const refusalsByCode: Partial<Record<Code, Refusal>> = {
  email_taken: 'email_taken',
  invalid_input: 'no_email',
  account_disabled: 'account_disabled',
  email_unverified: 'email_unverified',
};

function refusalOf(code: Code): Refusal | undefined {
  return refusalsByCode[code];
}

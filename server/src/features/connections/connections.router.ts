import { User } from '@portico/shared/accounts';
import {
  BeginConnection,
  ConnectionRef,
  Connections,
  Departure,
  FinishConnection,
  type ProviderId,
  Providers,
  Return,
} from '@portico/shared/connections';
import { z } from 'zod';
import { NotVouched, type Provider } from '../../engine/auth/identity-provider.ts';
import { fail } from '../../engine/errors/failure.ts';
import { RedirectOutput } from '../../engine/operations/outputs.ts';
import type { Context } from '../../engine/procedure/context.ts';
import {
  fails,
  publicProcedure,
  recentlySignedIn,
  router,
  signedIn,
} from '../../engine/procedure/procedure.ts';
import { beginAttempt } from './attempts.ts';
import { listConnections, removeConnection } from './connections.service.ts';
import { comeBack, finish } from './return.ts';

export const connections = router({
  providers: publicProcedure
    .meta({ rest: 'GET /connections/providers', summary: 'List the services that one may sign in with' })
    .output(Providers)
    .query(({ ctx }) => ({ items: ctx.providers.map(({ id, name }) => ({ id, name })) })),
  begin: publicProcedure
    .concat(fails('not_found'))
    .meta({
      rest: 'POST /connections/begin',
      summary: 'Begin to sign in with another service',
      description: 'Answers where the browser goes; it comes back to this server by itself.',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(BeginConnection)
    .output(Departure)
    .mutation(({ ctx, input }) => depart(ctx, input, null)),
  connect: recentlySignedIn
    .concat(fails('not_found'))
    .meta({
      rest: 'POST /me/connections',
      summary: 'Begin to connect an account of another service to mine',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(BeginConnection)
    .output(Departure)
    .mutation(({ ctx, input }) => depart(ctx, input, ctx.user.id)),
  return: publicProcedure
    .concat(fails('not_found'))
    .meta({
      rest: 'GET /connections/{provider}/return',
      summary: 'Come back from another service',
      description:
        'Where services send browsers back to: signs in and goes on to the site, which says so where it was refused.',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(Return)
    .output(RedirectOutput)
    .query(({ ctx, input }) => comeBack(ctx, providerOf(ctx, input.provider), input)),
  finish: publicProcedure
    .concat(fails('invalid_link', 'invalid_code', 'account_disabled', 'email_unverified'))
    .meta({
      rest: 'POST /connections/finish',
      summary: 'Finish a sign-in with another service by a code',
      description:
        'For accounts with a second factor; the ticket is in the address that the browser came back to.',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(FinishConnection)
    .output(User)
    .mutation(({ ctx, input }) => finish(ctx, input)),
  mine: signedIn
    .meta({
      scopes: ['account:read'],
      rest: 'GET /me/connections',
      summary: 'List the accounts elsewhere that sign me in',
    })
    .output(Connections)
    .query(async ({ ctx }) => ({ items: await listConnections(ctx.db, ctx.user.id) })),
  remove: recentlySignedIn
    .concat(fails('not_found', 'last_way_in'))
    .meta({
      rest: 'DELETE /me/connections/{provider}/{subject}',
      summary: 'Let an account elsewhere sign me in no more',
    })
    .input(ConnectionRef)
    .output(z.void())
    .mutation(({ ctx, input }) => removeConnection(ctx, input)),
});

async function depart(
  ctx: Context,
  { provider, returnTo }: z.infer<typeof BeginConnection>,
  userId: string | null,
): Promise<Departure> {
  try {
    const url = await beginAttempt(ctx, providerOf(ctx, provider), { returnTo, userId });
    return { url: url.href };
  } catch (cause) {
    if (!(cause instanceof NotVouched)) throw cause;
    throw fail('unavailable', { detail: 'The other service does not answer', retryAfter: 10, cause });
  }
}

/** @throws not_found when the operator has not registered there */
function providerOf({ providers }: Context, id: ProviderId): Provider {
  const provider = providers.find((one) => one.id === id);
  if (!provider) throw fail('not_found', { detail: 'One cannot sign in with this service here' });
  return provider;
}

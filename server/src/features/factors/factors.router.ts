import { ConfirmTotp, FactorStatus, RecoveryCodes, RemoveTotp, TotpSetup } from '@portico/shared/factors';
import { z } from 'zod';
import { fails, recentlySignedIn, router, signedIn } from '../../engine/procedure/procedure.ts';
import { beginTotp, confirmTotp, readStatus, removeTotp, renewRecoveryCodes } from './factors.service.ts';

export const factors = router({
  status: signedIn
    .meta({ rest: 'GET /me/factors', summary: 'Ask what my account asks for beside the password' })
    .output(FactorStatus)
    .query(({ ctx }) => readStatus(ctx.db, ctx.user.id)),
  beginTotp: recentlySignedIn
    .concat(fails('conflict'))
    .meta({
      rest: 'POST /me/factors/totp',
      summary: 'Begin with an authenticator',
      description: 'Makes a secret and shows it once. Nothing changes until a first code is confirmed.',
    })
    .output(TotpSetup)
    .mutation(({ ctx }) => beginTotp(ctx)),
  confirmTotp: recentlySignedIn
    .concat(fails('not_found', 'conflict', 'invalid_code'))
    .meta({
      rest: 'POST /me/factors/totp/confirmation',
      summary: 'Ask for codes of my authenticator from now on',
      description: 'Answers ten recovery codes, which are shown once.',
      limit: { calls: 30, seconds: 60 },
    })
    .input(ConfirmTotp)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  removeTotp: recentlySignedIn
    .concat(fails('not_found'))
    .meta({ rest: 'DELETE /me/factors/totp', summary: 'Ask for codes of my authenticator no more' })
    .input(RemoveTotp)
    .output(z.void())
    .mutation(({ ctx, input }) => removeTotp(ctx, input)),
  renewRecoveryCodes: recentlySignedIn
    .concat(fails('not_found'))
    .meta({
      rest: 'POST /me/factors/recovery-codes',
      summary: 'Get new recovery codes',
      description: 'Ten, which are shown once; those of before count no more.',
    })
    .output(RecoveryCodes)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx)),
});

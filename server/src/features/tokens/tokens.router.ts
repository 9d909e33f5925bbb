import { CreateTokens, RefreshToken, Tokens } from '@portico/shared/tokens';
import { z } from 'zod';
import { fails, publicProcedure, router } from '../../engine/procedure/procedure.ts';
import { proveIdentity } from '../accounts/prove-identity.service.ts';
import { openFamily, refreshFamily, revokeFamily } from './tokens.service.ts';

export const tokens = router({
  create: publicProcedure
    .concat(
      fails(
        'invalid_credentials',
        'second_factor_required',
        'invalid_code',
        'email_unverified',
        'account_disabled',
      ),
    )
    .meta({
      rest: 'POST /tokens',
      summary: 'Sign in for an app',
      description:
        'Answers an access token of ten minutes and a refresh token. A browser uses `POST /login` instead.',
      tokens: 'create',
      limit: { calls: 30, seconds: 60 },
    })
    .input(CreateTokens)
    .output(Tokens)
    .mutation(async ({ ctx, input }) => {
      const user = await proveIdentity(ctx, input);
      return openFamily(ctx, user, input.scopes);
    }),
  refresh: publicProcedure
    .meta({
      rest: 'POST /tokens/refresh',
      summary: 'Exchange a refresh token for new tokens',
      description:
        'A refresh token is good for once. One that comes again ends every token that came of the same sign-in.',
      tokens: 'refresh',
      limit: { calls: 60, seconds: 60 },
    })
    .input(RefreshToken)
    .output(Tokens)
    .mutation(({ ctx, input }) => refreshFamily(ctx, input.refreshToken)),
  revoke: publicProcedure
    .meta({
      rest: 'POST /tokens/revoke',
      summary: 'Sign an app out',
      description: 'Ends every token that came of the same sign-in; also succeeds when there is none.',
      tokens: 'revoke',
    })
    .input(RefreshToken)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeFamily(ctx, input.refreshToken)),
});

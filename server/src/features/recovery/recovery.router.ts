import { User } from '@portico/shared/accounts';
import { ForgotPassword, RequestMagicLink, ResetPassword, UseMagicLink } from '@portico/shared/recovery';
import { z } from 'zod';
import { fails, publicProcedure, router } from '../../engine/procedure/procedure.ts';
import { requestLink, resetPassword, signInByLink } from './recovery.service.ts';

const limit = { calls: 30, seconds: 60 };

export const recovery = router({
  forgotPassword: publicProcedure
    .meta({
      rest: 'POST /password/forgotten',
      summary: 'Mail a link to choose a new password',
      description: 'The answer is the same when nobody has the address. The link works for 30 minutes, once.',
      limit,
    })
    .input(ForgotPassword)
    .output(z.void())
    .mutation(({ ctx, input }) => requestLink(ctx, 'reset_password', input.email)),
  resetPassword: publicProcedure
    .concat(fails('invalid_link', 'second_factor_required', 'invalid_code'))
    .meta({
      rest: 'POST /password/reset',
      summary: 'Choose a new password by the link that was mailed',
      description:
        'Signs out every device, and nobody in. An account with a second factor answers `second_factor_required`; send the ' +
        'same again with `code`: the link still works.',
      limit,
    })
    .input(ResetPassword)
    .output(z.void())
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  requestMagicLink: publicProcedure
    .meta({
      rest: 'POST /magic-links',
      summary: 'Mail a link to sign in without a password',
      description: 'The answer is the same when nobody has the address. The link works for 10 minutes, once.',
      limit,
    })
    .input(RequestMagicLink)
    .output(z.void())
    .mutation(({ ctx, input }) => requestLink(ctx, 'magic_link', input.email)),
  useMagicLink: publicProcedure
    .concat(fails('invalid_link', 'second_factor_required', 'invalid_code', 'account_disabled'))
    .meta({
      rest: 'POST /magic-links/use',
      summary: 'Sign in by the link that was mailed',
      description:
        'Sets the session cookie. An account with a second factor answers `second_factor_required`; send the same again with ' +
        '`code`: the link still works.',
      setsCookies: true,
      limit,
    })
    .input(UseMagicLink)
    .output(User)
    .mutation(({ ctx, input }) => signInByLink(ctx, input)),
});

import { Login, Profile, Register, Session, UpdateUser, User, UserRef } from '@portico/shared/accounts';
import { z } from 'zod';
import { fails, publicProcedure, router, signedIn } from '../../engine/procedure/procedure.ts';
import { readProfile, readUser, updateUser } from './accounts.service.ts';
import { logIn, logOut, register } from './sign-in.ts';

export const accounts = router({
  register: publicProcedure
    .concat(fails('username_taken', 'email_taken'))
    .meta({
      rest: 'POST /register',
      created: '/users/{id}',
      summary: 'Create an account and sign in',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(Register)
    .output(User)
    .mutation(({ ctx, input }) => register(ctx, input)),
  login: publicProcedure
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
      rest: 'POST /login',
      summary: 'Sign in',
      description:
        'Sets the session cookie. An unknown name and a wrong password have the same answer. An account with a second factor ' +
        'answers `second_factor_required`; send the same again with `code`.',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(Login)
    .output(User)
    .mutation(({ ctx, input }) => logIn(ctx, input)),
  logout: publicProcedure
    .meta({
      rest: 'POST /logout',
      summary: 'Sign out',
      description: 'Ends the session; also succeeds when there is none.',
      setsCookies: true,
    })
    .output(z.void())
    .mutation(({ ctx }) => logOut(ctx)),
  session: publicProcedure
    .meta({ rest: 'GET /session', summary: 'Ask who is signed in' })
    .output(Session)
    .query(async ({ ctx }) => ({ user: ctx.user && (await readUser(ctx.db, ctx.user.id)) })),
  me: signedIn
    .meta({ rest: 'GET /me', summary: 'Read my account' })
    .output(User)
    .query(({ ctx }) => readUser(ctx.db, ctx.user.id)),
  profile: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /users/{id}', summary: 'Read a user by id or username' })
    .input(UserRef)
    .output(Profile)
    .query(({ ctx, input }) => readProfile(ctx.db, input.id)),
  update: signedIn
    .concat(fails('not_found', 'version_conflict', 'username_taken', 'email_taken'))
    .meta({
      rest: 'PUT /users/{id}',
      summary: 'Edit my account',
      description: 'Changes only what is given. Administrators may edit every account.',
    })
    .input(UpdateUser)
    .output(User)
    .mutation(({ ctx, input }) => updateUser(ctx.db, ctx.user, input)),
});

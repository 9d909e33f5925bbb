import {
  ChangeEmail,
  ChangePassword,
  DeviceRef,
  Devices,
  Login,
  Profile,
  Reauthenticate,
  Register,
  Session,
  UpdateUser,
  UseLink,
  User,
  UserRef,
} from '@portico/shared/accounts';
import { z } from 'zod';
import {
  fails,
  publicProcedure,
  recentlySignedIn,
  router,
  signedIn,
} from '../../engine/procedure/procedure.ts';
import { readProfile, readUser, updateUser } from './accounts.service.ts';
import { changeEmail, confirmEmailChange, sendVerification, verifyEmail } from './addresses.service.ts';
import { listDevices, revokeDevice, revokeOtherDevices } from './devices.service.ts';
import { changePassword } from './passwords.service.ts';
import { reauthenticate } from './reauthenticate.ts';
import { logIn, logOut, register } from './sign-in.ts';

export const accounts = router({
  register: publicProcedure
    .concat(fails('username_taken', 'email_taken'))
    .meta({
      rest: 'POST /register',
      created: '/users/{id}',
      summary: 'Create an account and sign in',
      description:
        'Mails a link that verifies the address. Where the server asks for verified addresses, opening it makes the account: ' +
        'nobody is signed in before, and a taken address has the same answer as a new one.',
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
  reauthenticate: signedIn
    .concat(fails('invalid_credentials', 'second_factor_required', 'invalid_code'))
    .meta({
      rest: 'POST /reauthentication',
      summary: 'Prove once more who I am',
      description:
        'Sensitive changes ask for it when the sign-in is more than ten minutes ago. The session gets a new token.',
      setsCookies: true,
      limit: { calls: 30, seconds: 60 },
    })
    .input(Reauthenticate)
    .output(z.void())
    .mutation(({ ctx, input }) => reauthenticate(ctx, input)),
  sessions: recentlySignedIn
    .meta({ rest: 'GET /me/sessions', summary: 'List the devices where I am signed in' })
    .output(Devices)
    .query(({ ctx }) => listDevices(ctx)),
  revokeSession: recentlySignedIn
    .concat(fails('not_found'))
    .meta({ rest: 'DELETE /me/sessions/{id}', summary: 'Sign a device out' })
    .input(DeviceRef)
    .output(z.void())
    .mutation(({ ctx, input }) => revokeDevice(ctx, input.id)),
  revokeOtherSessions: recentlySignedIn
    .meta({ rest: 'DELETE /me/sessions', summary: 'Sign every other device out' })
    .output(z.void())
    .mutation(({ ctx }) => revokeOtherDevices(ctx)),
  changePassword: recentlySignedIn
    .meta({
      rest: 'PUT /me/password',
      summary: 'Change my password',
      description: 'Also gives a first one to an account that has none.',
    })
    .input(ChangePassword)
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  session: publicProcedure
    .meta({ scopes: ['account:read'], rest: 'GET /session', summary: 'Ask who is signed in' })
    .output(Session)
    .query(async ({ ctx }) => ({ user: ctx.user && (await readUser(ctx.db, ctx.user.id)) })),
  me: signedIn
    .meta({ scopes: ['account:read'], rest: 'GET /me', summary: 'Read my account' })
    .output(User)
    .query(({ ctx }) => readUser(ctx.db, ctx.user.id)),
  profile: publicProcedure
    .concat(fails('not_found'))
    .meta({ rest: 'GET /users/{id}', summary: 'Read a user by id or username' })
    .input(UserRef)
    .output(Profile)
    .query(({ ctx, input }) => readProfile(ctx, input.id)),
  update: signedIn
    .concat(fails('not_found', 'version_conflict', 'username_taken'))
    .meta({
      scopes: ['account:write'],
      rest: 'PUT /users/{id}',
      summary: 'Edit my account',
      description: 'Changes only what is given. Administrators may edit every account.',
    })
    .input(UpdateUser)
    .output(User)
    .mutation(({ ctx, input }) => updateUser(ctx, input)),
  sendVerification: signedIn
    .meta({
      rest: 'POST /me/email/verification',
      summary: 'Mail me a link that verifies my address',
      description: 'Nothing is mailed when it is verified already.',
    })
    .output(z.void())
    .mutation(({ ctx }) => sendVerification(ctx, ctx.user.id)),
  verifyEmail: publicProcedure
    .concat(fails('invalid_link'))
    .meta({ rest: 'POST /email/verification', summary: 'Verify an address by the link that was mailed' })
    .input(UseLink)
    .output(z.void())
    .mutation(({ ctx, input }) => verifyEmail(ctx, input.token)),
  changeEmail: recentlySignedIn
    .meta({
      rest: 'POST /me/email',
      summary: 'Ask to use another address',
      description:
        'Mails a link to the new address, and tells the old one. It changes when the link is opened. The answer is the same ' +
        'when somebody else has the address.',
    })
    .input(ChangeEmail)
    .output(z.void())
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  confirmEmailChange: publicProcedure
    .concat(fails('invalid_link', 'email_taken'))
    .meta({ rest: 'POST /email/change', summary: 'Use another address by the link that was mailed to it' })
    .input(UseLink)
    .output(z.void())
    .mutation(({ ctx, input }) => confirmEmailChange(ctx, input.token)),
});

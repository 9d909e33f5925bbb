/** Everything secret that an account may be given, by the flows that give it; none of it used up. */
import { password, type TestApp } from '../support/app.ts';
import { totpCode } from '../support/authenticator.ts';
import { type Mailbox, tokenIn } from '../support/mailbox.ts';
import type { UserAgent } from '../support/user-agent.ts';

/** What came of the flows. */
export interface AccountSecrets {
  /** A user without a second factor, signed in. */
  readonly session: UserAgent;
  /** The username of a user with one. */
  readonly guarded: string;
  /** The whole token of a link to sign in. */
  readonly magicLink: string;
  /** By what they are; only the secret half of what has two. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** The half that nobody else may know. */
const secretHalf = (token: string) => token.split('.').at(-1) ?? '';

export async function accountSecrets(app: TestApp, mailbox: Mailbox): Promise<AccountSecrets> {
  const [plain, guarded] = ['plain-secrets', 'guarded-secrets'];
  const email = `${plain}@example.com`;
  const session = await app.user(plain);
  const verify = tokenIn(await mailbox.next(email, /Confirm/));
  await session.rpc.accounts.changeEmail.mutate({ email: `new-${email}` });
  const change = tokenIn(await mailbox.next(`new-${email}`, /./));
  await app.visitor().rpc.recovery.forgotPassword.mutate({ email });
  await app.visitor().rpc.recovery.requestMagicLink.mutate({ email });
  const reset = tokenIn(await mailbox.next(email, /new password/));
  const magic = tokenIn(await mailbox.next(email, /link to sign in/));
  const tokens = await app.visitor().rpc.tokens.create.mutate({ username: plain, password });
  const careful = await app.user(guarded);
  const { secret } = await careful.rpc.factors.beginTotp.mutate();
  const code = totpCode(secret);
  const { recoveryCodes } = await careful.rpc.factors.confirmTotp.mutate({ code });
  return {
    session,
    guarded,
    magicLink: magic,
    secrets: {
      password,
      session: secretHalf(session.cookies()),
      verify: secretHalf(verify),
      change: secretHalf(change),
      reset: secretHalf(reset),
      magic: secretHalf(magic),
      accessToken: tokens.accessToken,
      refreshToken: secretHalf(tokens.refreshToken),
      totp: secret,
      ...Object.fromEntries(recoveryCodes.map((recovery, index) => [`recovery code ${index}`, recovery])),
    },
  };
}

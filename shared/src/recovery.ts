import { z } from 'zod';
import { Email, LinkToken, Password } from './accounts.ts';
import { FactorCode } from './factors.ts';

const code = FactorCode.optional().describe('Where the account asks for a code beside the link');

export const ForgotPassword = z.object({ email: Email });
export type ForgotPassword = z.infer<typeof ForgotPassword>;

export const ResetPassword = z.object({ token: LinkToken, password: Password, code });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const RequestMagicLink = z.object({ email: Email });
export type RequestMagicLink = z.infer<typeof RequestMagicLink>;

export const UseMagicLink = z.object({ token: LinkToken, code });
export type UseMagicLink = z.infer<typeof UseMagicLink>;

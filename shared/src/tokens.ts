import { z } from 'zod';
import { Login, User } from './accounts.ts';

/** What a token may be made for; `all` is everything that its user may do. */
export const scopes = [
  'all',
  'account:read',
  'account:write',
  'posts:read',
  'posts:write',
  'comments:write',
  'files:read',
  'files:write',
  'products:write',
] as const;

export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/** Signing in as a login does, for an app. */
export const CreateTokens = Login.safeExtend({
  scopes: z
    .array(Scope)
    .min(1)
    .max(scopes.length)
    .default(['all'])
    .describe('What the tokens are for; everything where absent'),
}).meta({ examples: [{ username: 'ada', password: 'correct horse battery' }] });
export type CreateTokens = z.infer<typeof CreateTokens>;

/** What an app keeps. */
export const Tokens = z
  .object({
    tokenType: z.literal('Bearer'),
    accessToken: z.string().describe('Sent as `Authorization: Bearer …`; a JWT'),
    expiresIn: z.int().describe('Seconds until the access token is over'),
    refreshToken: z.string().describe('Good for one refresh; keep it where the platform keeps secrets'),
    refreshExpiresAt: z.date().describe('When the refresh token is over if it is not used'),
    user: User,
  })
  .meta({ id: 'Tokens', description: 'An access token and what refreshes it' });
export type Tokens = z.infer<typeof Tokens>;

/** Names a refresh token. */
export const RefreshToken = z.object({ refreshToken: z.string().min(1).max(200) });
export type RefreshToken = z.infer<typeof RefreshToken>;

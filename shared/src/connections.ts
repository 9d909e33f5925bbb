import { z } from 'zod';
import { FactorCode } from './factors.ts';
import { line } from './text.ts';

/** A service that vouches for people, as it is configured. */
export const ProviderId = z
  .enum(['google', 'github', 'oidc'])
  .meta({ id: 'ProviderId', description: 'A service that vouches for people' });
export type ProviderId = z.infer<typeof ProviderId>;

export const Providers = z.object({
  items: z.array(z.object({ id: ProviderId, name: z.string().describe('What people call it') })),
});
export type Providers = z.infer<typeof Providers>;

/** A path of this site, to go on at. */
const ReturnTo = z
  .string()
  .max(500)
  .regex(/^\/(?:[^/\\\p{Cc}][^\\\p{Cc}]*)?$/u, 'It must be a path of this site')
  // Dots before two slashes, which browsers resolve, would make those the beginning.
  .refine((path) => !/^[^?#]*\/\//.test(path), 'It must be a path of this site')
  .default('/')
  .describe('Path of this site to go on at');

export const BeginConnection = z.object({ provider: ProviderId, returnTo: ReturnTo });
export type BeginConnection = z.infer<typeof BeginConnection>;

/** Where the browser goes next. */
export const Departure = z
  .object({ url: z.string().describe('Address of the service, where the browser goes now') })
  .meta({ id: 'Departure', description: 'Where a browser goes to be vouched for' });
export type Departure = z.infer<typeof Departure>;

/** What a service sends back. */
export const Return = z.object({
  provider: ProviderId,
  state: z.string().max(500).optional(),
  code: z.string().max(4_000).optional(),
  error: z.string().max(500).optional(),
  iss: z.string().max(500).optional(),
});
export type Return = z.infer<typeof Return>;

export const FinishConnection = z.object({ ticket: z.string().min(1).max(200), code: FactorCode });
export type FinishConnection = z.infer<typeof FinishConnection>;

/** An account elsewhere by which one signs in. */
export const Connection = z
  .object({
    provider: ProviderId,
    subject: z.string().describe('Its id at the service'),
    label: z.string().describe('What the service calls it'),
    createdAt: z.date(),
    lastUsedAt: z.date(),
  })
  .meta({ id: 'Connection', description: 'An account elsewhere by which one signs in' });
export type Connection = z.infer<typeof Connection>;

export const Connections = z.object({ items: z.array(Connection) });

export const ConnectionRef = z.object({ provider: ProviderId, subject: line().min(1).max(255) });
export type ConnectionRef = z.infer<typeof ConnectionRef>;

/** Why a return from a service did not end in a sign-in, as the site's address says it: `/login#refused=email_taken`. */
export const refusals = [
  'cancelled',
  'failed',
  'email_taken',
  'no_email',
  'connected_elsewhere',
  'account_disabled',
  'email_unverified',
] as const;
export type Refusal = (typeof refusals)[number];

import { line } from './text.ts';

/** A code of the second factor, as a person types it. */
export const FactorCode = line()
  .min(6)
  .max(32)
  .describe('Six digits of the authenticator, or a recovery code')
  .meta({ examples: ['123456'] });

import { z } from 'zod';
import { Login } from './accounts.ts';

/** What becomes of an account whose owner leaves. */
export const Leaving = z
  .object({ deleteAfter: z.date().describe('Until then the owner may change their mind') })
  .meta({ id: 'Leaving', description: 'When an account is deleted for good' });
export type Leaving = z.infer<typeof Leaving>;

/** Who changes their mind proves who they are as for a sign-in. */
export const CancelDeletion = Login;
export type CancelDeletion = z.infer<typeof CancelDeletion>;

import { z } from 'zod';
import type { Vault } from '../../engine/auth/vault.ts';

/** A registration whose address nobody has proven yet: it is nowhere but in the link that goes to that address. */
const PendingRegistration = z.object({
  username: z.string(),
  email: z.string(),
  passwordHash: z.string(),
  /** Until when its link works. */
  until: z.coerce.date(),
});
export type PendingRegistration = z.infer<typeof PendingRegistration>;

/** Where it is at the moment; what a job holds stands in the database, and must not be good as a link. */
type Place = 'job' | 'link';

const purposeIn = (place: Place) => `pending registration in a ${place}`;

/** How long its link works, in milliseconds: 24 hours. */
export const pendingMs = 24 * 60 * 60 * 1000;

/** Encrypts it for a job, or as the token of its link. */
export function sealRegistration(vault: Vault, place: Place, pending: PendingRegistration): string {
  return vault.seal(purposeIn(place)).close(JSON.stringify(pending)).toString('base64url');
}

/** What was encrypted; null when it was not, or for the other place. */
export function openRegistration(vault: Vault, place: Place, sealed: string): PendingRegistration | null {
  const opened = vault.seal(purposeIn(place)).open(Buffer.from(sealed, 'base64url'));
  return opened === null ? null : PendingRegistration.parse(JSON.parse(opened));
}

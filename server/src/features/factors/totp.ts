import { Secret, TOTP } from 'otpauth';

/** Seconds that a code is shown. */
const period = 30;

/** Steps before and after now whose codes count too: clocks go wrong, and people type slowly. */
const window = 1;

/** What authenticators everywhere understand. @see https://www.rfc-editor.org/rfc/rfc6238 */
const defaults = { algorithm: 'SHA1', digits: 6, period } as const;

/** A new secret of 160 random bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The address that an authenticator reads from a QR code.
 * @param issuer this server, as the authenticator lists it
 * @param label the account there
 */
export function totpUrl(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...defaults, issuer, label, secret }).toString();
}

/** The time step whose code this is; null when it is none of now. */
export function stepOf(secret: string, code: string, timestamp = Date.now()): number | null {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = TOTP.validate({
    ...defaults,
    secret: Secret.fromBase32(secret),
    token: digits,
    timestamp,
    window,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

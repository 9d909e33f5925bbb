/** Access tokens: short-lived JWTs that name a token family. @see https://www.rfc-editor.org/rfc/rfc9068 */
import { randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { invalidToken } from './bearer.ts';
import { algorithm, type KeyRing } from './key-ring.ts';

/** How long an access token is valid, in seconds. */
export const accessTokenSeconds = 10 * 60;

/** What an access token says. */
export interface AccessClaims {
  readonly userId: string;
  /** The family that it belongs to: what is revoked. */
  readonly familyId: string;
  readonly scopes: readonly string[];
  readonly authenticatedAt: Date;
}

/** Signs and verifies access tokens. */
export interface AccessTokens {
  sign(claims: AccessClaims): Promise<string>;
  /**
   * The family that a token names.
   * @throws Failure `invalid_token`
   */
  verify(token: string): Promise<Pick<AccessClaims, 'userId' | 'familyId'>>;
}

/** Seconds by which clocks may differ. */
const leeway = 5;

/** Characters; ours are about 500. */
const longest = 4_096;

/** The media type of an access token, as its head names it. */
const type = 'at+jwt';

/** @param origin of this server: who issues the tokens and for whom they are */
export function createAccessTokens(ring: KeyRing, origin: string): AccessTokens {
  return {
    async sign({ userId, familyId, scopes, authenticatedAt }) {
      const { id, key } = await ring.signingKey();
      const scope = scopes.join(' ');
      return new SignJWT({ scope, sid: familyId, auth_time: Math.floor(authenticatedAt.getTime() / 1000) })
        .setProtectedHeader({ alg: algorithm, typ: type, kid: id })
        .setIssuer(origin)
        .setAudience(origin)
        .setSubject(userId)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${accessTokenSeconds}s`)
        .sign(key);
    },
    async verify(token) {
      if (token.length > longest) throw invalidToken();
      const { sub, sid } = await readClaims(token, ring, origin);
      if (typeof sub !== 'string' || typeof sid !== 'string') throw invalidToken();
      return { userId: sub, familyId: sid };
    },
  };
}

/** Only our own keys count: what a head says of keys (`jwk`, `jku`, `x5u`) is not read. */
async function readClaims(token: string, ring: KeyRing, origin: string) {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid === undefined ? undefined : await ring.verifyingKey(kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: [algorithm],
        typ: type,
        issuer: origin,
        audience: origin,
        clockTolerance: leeway,
        requiredClaims: ['sub', 'sid', 'exp', 'iat'],
      },
    );
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      throw invalidToken(error instanceof errors.JWTExpired ? 'This token is over: refresh it' : undefined);
    }
    throw error;
  }
}

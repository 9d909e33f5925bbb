/** Any issuer of OpenID Connect, found by its own description. @see https://openid.net/specs/openid-connect-core-1_0.html */
import type { ProviderId } from '@portico/shared/connections';
import { CodeChallengeMethod, OAuth2Client } from 'arctic';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import {
  type Identity,
  NotVouched,
  type Provider,
  type Registration,
} from '../../../engine/auth/identity-provider.ts';
import { fetchJson } from './fetch-json.ts';

export interface OidcOptions extends Registration {
  readonly id: ProviderId;
  readonly name: string;
  readonly issuer: string;
}

/** @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
const Description = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

const Claims = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string(),
  email: z.email().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  preferred_username: z.string().max(200).optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
});

/** Algorithms with a public key alone: a secret that is shared proves nothing about who signed. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const scopes = ['openid', 'email', 'profile'];

export function oidcProvider(options: OidcOptions): Provider {
  const { id, name, issuer } = options;
  const client = new OAuth2Client(options.clientId, options.clientSecret, options.redirectUri);
  const described = onceItWorks(() => describe(issuer));
  return {
    id,
    name,
    async departure({ state, verifier, nonce }) {
      const { authorizationEndpoint } = await described();
      const method = CodeChallengeMethod.S256;
      const url = client.createAuthorizationURLWithPKCE(
        authorizationEndpoint,
        state,
        method,
        verifier,
        scopes,
      );
      url.searchParams.set('nonce', nonce);
      return url;
    },
    async identify(code, { verifier, nonce }) {
      const service = await described();
      try {
        const tokens = await client.validateAuthorizationCode(service.tokenEndpoint, code, verifier);
        const { payload } = await jwtVerify(tokens.idToken(), service.keys, {
          issuer: service.issuer,
          audience: options.clientId,
          algorithms,
          clockTolerance: 30,
          requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
        });
        return toIdentity(service.issuer, Claims.parse(payload), nonce);
      } catch (cause) {
        if (cause instanceof NotVouched) throw cause;
        throw new NotVouched(`${name} does not vouch for anybody by this code`, { cause });
      }
    },
  };
}

async function describe(issuer: string) {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await fetchJson(address, Description);
  if (found.issuer !== issuer) throw new NotVouched(`${issuer} calls itself ${found.issuer}`);
  return {
    issuer,
    authorizationEndpoint: found.authorization_endpoint,
    tokenEndpoint: found.token_endpoint,
    keys: createRemoteJWKSet(new URL(found.jwks_uri)),
  };
}

function toIdentity(issuer: string, claims: z.infer<typeof Claims>, nonce: string): Identity {
  if (claims.nonce !== nonce) throw new NotVouched('The token was made for another departure');
  return {
    issuer,
    subject: claims.sub,
    label: claims.preferred_username ?? claims.email ?? claims.name ?? claims.sub,
    email: claims.email ?? null,
    isEmailVerified: claims.email_verified === true,
  };
}

/** Remembers the first success; a failure is tried again by whoever asks next. */
function onceItWorks<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

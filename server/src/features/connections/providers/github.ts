/** GitHub, which speaks OAuth 2 alone: who it is, its interface tells. @see https://docs.github.com/en/apps/oauth-apps */
import { CodeChallengeMethod, OAuth2Client } from 'arctic';
import { z } from 'zod';
import { NotVouched, type Provider, type Registration } from '../../../engine/auth/identity-provider.ts';
import { fetchJson } from './fetch-json.ts';

export interface GithubOptions extends Registration {
  /** Address of the service and of its interface: those of GitHub itself where absent, for GitHub Enterprise one's own. */
  readonly origin?: string;
  readonly apiOrigin?: string;
}

const Account = z.object({ id: z.int(), login: z.string() });
const Addresses = z.array(z.object({ email: z.email(), primary: z.boolean(), verified: z.boolean() }));

const scopes = ['read:user', 'user:email'];

export function githubProvider({
  origin = 'https://github.com',
  apiOrigin = 'https://api.github.com',
  ...registration
}: GithubOptions): Provider {
  const client = new OAuth2Client(registration.clientId, registration.clientSecret, registration.redirectUri);
  const authorize = `${origin}/login/oauth/authorize`;
  return {
    id: 'github',
    name: 'GitHub',
    async departure({ state, verifier }) {
      const method = CodeChallengeMethod.S256;
      return client.createAuthorizationURLWithPKCE(authorize, state, method, verifier, scopes);
    },
    async identify(code, { verifier }) {
      const token = await exchange(client, `${origin}/login/oauth/access_token`, code, verifier);
      const headers = { authorization: `Bearer ${token}` };
      const account = await fetchJson(`${apiOrigin}/user`, Account, headers);
      const addresses = await fetchJson(`${apiOrigin}/user/emails`, Addresses, headers);
      const address = addresses.find(({ primary }) => primary) ?? addresses[0];
      return {
        issuer: origin,
        subject: String(account.id),
        label: account.login,
        email: address?.email ?? null,
        isEmailVerified: address?.verified ?? false,
      };
    },
  };
}

async function exchange(client: OAuth2Client, address: string, code: string, verifier: string) {
  try {
    return (await client.validateAuthorizationCode(address, code, verifier)).accessToken();
  } catch (cause) {
    throw new NotVouched('GitHub does not vouch for anybody by this code', { cause });
  }
}

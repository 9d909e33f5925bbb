/** The services that are configured. */

import type { Provider, Registration } from '../../../engine/auth/identity-provider.ts';
import { githubProvider } from './github.ts';
import { oidcProvider } from './oidc.ts';

type Registered = Pick<Registration, 'clientId' | 'clientSecret'>;

/** What the operator has registered where. */
export interface ProviderConfig {
  readonly google?: Registered;
  readonly github?: Registered;
  readonly oidc?: Registered & { readonly issuer: string; readonly name: string };
}

/** @param origin of this server, to which services send people back */
export function createProviders(
  { google, github, oidc }: ProviderConfig,
  origin: string,
): readonly Provider[] {
  const redirectUri = (id: string) => `${origin}/api/connections/${id}/return`;
  return [
    ...(google
      ? [
          oidcProvider({
            ...google,
            id: 'google',
            name: 'Google',
            issuer: 'https://accounts.google.com',
            redirectUri: redirectUri('google'),
          }),
        ]
      : []),
    ...(github ? [githubProvider({ ...github, redirectUri: redirectUri('github') })] : []),
    ...(oidc ? [oidcProvider({ ...oidc, id: 'oidc', redirectUri: redirectUri('oidc') })] : []),
  ];
}

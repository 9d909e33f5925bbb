/** The services that one may sign in with: each is configured whole or not at all. */
import type { Variables } from './variables.ts';

/** What the operator has registered at a service. */
interface Registered {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The services that are configured. */
export interface Providers {
  readonly google?: Registered;
  readonly github?: Registered;
  readonly oidc?: Registered & { readonly issuer: string; readonly name: string };
}

const names = {
  google: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  github: ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  oidc: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
} as const;

/** One sentence for each service that is configured in part. */
export function incompleteProviders(values: Variables): string[] {
  return Object.values(names).flatMap((group) => {
    const missing = group.filter((name) => values[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    const given = group.filter((name) => values[name] !== undefined);
    return [`${missing.join(' and ')} must be set where ${given.join(' and ')} is.`];
  });
}

export function providersOf(values: Variables): Providers {
  const google = registered(values.GOOGLE_CLIENT_ID, values.GOOGLE_CLIENT_SECRET);
  const github = registered(values.GITHUB_CLIENT_ID, values.GITHUB_CLIENT_SECRET);
  const oidc = registered(values.OIDC_CLIENT_ID, values.OIDC_CLIENT_SECRET);
  const { OIDC_ISSUER: issuer, OIDC_NAME: name } = values;
  return {
    ...(google && { google }),
    ...(github && { github }),
    ...(oidc && issuer !== undefined && { oidc: { ...oidc, issuer, name } }),
  };
}

function registered(clientId: string | undefined, clientSecret: string | undefined): Registered | undefined {
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

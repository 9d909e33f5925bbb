/** A real issuer of OpenID Connect on loopback, which vouches for whoever the test names. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody with an account at the issuer. */
export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
}

export interface Issuer extends AsyncDisposable {
  readonly address: string;
  /** What `OIDC_…` variables a server needs to trust it. */
  readonly env: Readonly<Record<string, string>>;
  /** Who signs in from now on. */
  signInAs(person: Person): void;
  /**
   * Goes through the issuer as a browser does.
   * @returns the address that it sends the browser back to
   */
  visit(departure: string): Promise<URL>;
}

const client = { id: 'portico', secret: 'a secret of the test, shared with the issuer' };

/** @param redirectUri the address of the server under test that people come back to */
export async function startIssuer(redirectUri: string): Promise<Issuer> {
  const people = new Map<string, Person>();
  let present = '';
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = createProvider(address, redirectUri, (sub) => people.get(sub));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    const result = { login: { accountId: present, remember: false } };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return {
    address,
    env: {
      OIDC_ISSUER: address,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Issuer of the test',
    },
    signInAs(person) {
      people.set(person.sub, person);
      present = person.sub;
    },
    visit: (departure) => follow(departure, redirectUri),
    [Symbol.asyncDispose]: () => close(server),
  };
}

function createProvider(address: string, redirectUri: string, find: (sub: string) => Person | undefined) {
  return new Provider(address, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...find(sub), sub }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

/** Follows redirects with a cookie jar of its own until they leave the issuer. */
async function follow(start: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(start);
  for (let step = 0; step < 10; step += 1) {
    const cookie = Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`The issuer answered ${response.status}: ${await response.text()}`);
    address = new URL(location, address);
    if (address.href.startsWith(redirectUri)) return address;
  }
  throw new Error('The issuer sends its visitors in circles');
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

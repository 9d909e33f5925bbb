/** What a service that vouches for people has to do; one implementation for OpenID Connect, one for GitHub. */
import type { ProviderId } from '@portico/shared/connections';

/** Whom a service vouches for. An account is its issuer and subject, never its e-mail address. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What its owner calls it there. */
  readonly label: string;
  /** Null when the service does not tell. */
  readonly email: string | null;
  /** Whether the service has seen that the address is theirs. */
  readonly isEmailVerified: boolean;
}

/** What binds a departure to its return. */
export interface Binding {
  readonly state: string;
  /** @see https://www.rfc-editor.org/rfc/rfc7636 */
  readonly verifier: string;
  /** @see https://openid.net/specs/openid-connect-core-1_0.html#NonceNotes */
  readonly nonce: string;
}

/** The service does not vouch: a code that it does not know, a token that is not what it should be. */
export class NotVouched extends Error {
  override readonly name = 'NotVouched';
}

/** A service. */
export interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  /** Where the browser goes. */
  departure(binding: Binding): Promise<URL>;
  /**
   * Whom it vouches for.
   * @throws NotVouched
   */
  identify(code: string, binding: Pick<Binding, 'verifier' | 'nonce'>): Promise<Identity>;
}

/** What an operator registers at a service. */
export interface Registration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the service sends people back to. */
  readonly redirectUri: string;
}

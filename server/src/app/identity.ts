/** How the server knows who calls: sessions, tokens and the keys that sign them. */
import type { Config } from '../config.ts';
import type { Db } from '../db/connect.ts';
import { type AccessTokens, accessTokenSeconds, createAccessTokens } from '../engine/auth/access-tokens.ts';
import { type Auth, createAuth } from '../engine/auth/auth.ts';
import { createKeyRing, type KeyRing } from '../engine/auth/key-ring.ts';
import type { Vault } from '../engine/auth/vault.ts';
import { sessionStore } from '../features/accounts/session.store.ts';
import { factorsIn } from '../features/factors/use-factor.service.ts';
import { familyStore } from '../features/tokens/family.store.ts';
import { signingKeyPurpose, signingKeyStore } from '../features/tokens/signing-key.store.ts';

/** What knows callers. */
export interface Identity {
  readonly auth: Auth;
  readonly accessTokens: AccessTokens;
  readonly keyRing: KeyRing;
}

export function createIdentity(config: Config, db: Db, vault: Vault): Identity {
  const keyRing = createKeyRing({
    store: signingKeyStore(db),
    seal: vault.seal(signingKeyPurpose),
    tokenSeconds: accessTokenSeconds,
  });
  const accessTokens = createAccessTokens(keyRing, config.publicOrigin);
  const auth = createAuth({
    store: sessionStore(db, factorsIn(vault)),
    families: familyStore(db),
    accessTokens,
    secret: config.sessionSecret,
    previousSecret: config.previousSessionSecret,
    secure: config.publicOrigin.startsWith('https:'),
  });
  return { auth, accessTokens, keyRing };
}

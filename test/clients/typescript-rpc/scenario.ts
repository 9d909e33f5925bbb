/** What the steps share, and how they are told. */
import {
  bearer,
  type Client,
  type ClientOptions,
  createClient,
  memoryTokens,
  type TokenStore,
} from '@portico/client';
import type { Step } from '../steps.ts';

/** What a step needs. */
export interface Scenario {
  readonly label: string;
  /** Of the user, once the step `log-in` has passed. */
  readonly tokens: TokenStore;
  /** The client on a base that injects a fault. */
  on(fault: string, options?: Partial<ClientOptions>): Client;
  /** An address of the server, on the base that injects nothing. */
  address(path: string): string;
}

/** Steps under the names that every client uses. */
export type Steps = { readonly [Name in Step]?: (scenario: Scenario) => Promise<void> };

export function createScenario(origin: string, label: string): Scenario {
  const tokens = memoryTokens();
  return {
    label,
    tokens,
    on: (fault, options) =>
      createClient({ url: `${origin}/${fault}/${label}/rpc`, auth: bearer(tokens), ...options }),
    address: (path) => `${origin}/plain/${label}${path}`,
  };
}

/** Plays the steps one after another; one that fails does not keep the next from being tried. */
export async function play(steps: Steps, scenario: Scenario): Promise<void> {
  for (const [name, step] of Object.entries(steps)) {
    const said = await step(scenario).then(
      () => `ok ${name}`,
      (error: Error) => `failed ${name}: ${error.message.replace(/\s+/g, ' ')}`,
    );
    process.stdout.write(`${said}\n`);
  }
}

/** What the steps share, and how they are told. */
import { type Api, createRestClient, memoryTokens, type TokenStore } from '@portico/client/rest';
import type { Step } from '../steps.ts';

/** What a step needs. */
export interface Scenario {
  readonly label: string;
  /** Of the user, once the step `log-in` has passed. */
  readonly tokens: TokenStore;
  /** The client on a base that injects a fault. */
  on(fault: string): Api;
}

/** Steps under the names that every client uses. */
export type Steps = { readonly [Name in Step]?: (scenario: Scenario) => Promise<void> };

export function createScenario(origin: string, label: string): Scenario {
  const tokens = memoryTokens();
  return {
    label,
    tokens,
    on: (fault) => createRestClient({ url: `${origin}/${fault}/${label}/api`, tokens }),
  };
}

/** Plays the steps one after another; one that fails does not keep the next from being tried. */
export async function play(steps: Required<Steps>, scenario: Scenario): Promise<void> {
  for (const [name, step] of Object.entries(steps)) {
    const said = await step(scenario).then(
      () => `ok ${name}`,
      (error: Error) => `failed ${name}: ${error.message.replace(/\s+/g, ' ')}`,
    );
    process.stdout.write(`${said}\n`);
  }
}

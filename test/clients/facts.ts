/** What must have passed, and what must be kept, for a step to count. */
import type { Sql } from 'postgres';
import type { Exchange } from './exchange.ts';
import { onBadConnections } from './facts/bad-connections.ts';
import { onData } from './facts/data.ts';
import { onErrors } from './facts/errors.ts';
import { onSessions } from './facts/sessions.ts';
import type { Step } from './steps.ts';

/** What a scenario left behind. */
export interface Evidence {
  readonly label: string;
  /** What passed under this label, in order. */
  readonly exchanges: readonly Exchange[];
  readonly sql: Sql;
  /** The server's own origin, past the proxy. */
  readonly server: string;
}

/** Throws a sentence that says what is missing. */
export type Fact = (evidence: Evidence) => void | Promise<void>;

export const facts: Readonly<Record<Step, Fact>> = {
  ...onSessions,
  ...onData,
  ...onBadConnections,
  ...onErrors,
};

/** The scenario of README.md in the folder above, by the TypeScript client over REST. */
import { endings, failures, retries } from './failures.ts';
import { newerServer, streams } from './newer-server.ts';
import { createScenario, play, type Steps } from './scenario.ts';
import { sessions } from './sessions.ts';
import { values } from './values.ts';

const { PORTICO_ORIGIN = '', PORTICO_LABEL = '' } = process.env;

const steps = {
  ...sessions,
  ...newerServer,
  ...retries,
  ...streams,
  ...endings,
  ...values,
  ...failures,
} satisfies Required<Steps>;

await play(steps, createScenario(PORTICO_ORIGIN, PORTICO_LABEL));

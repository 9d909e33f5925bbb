/** The head of what the RPC door answers at once. */
import type { Outgoing } from '../http/exchange.ts';

/** Answers differ by how the caller accepts streams. */
export const jsonHead: Outgoing['headers'] = [
  ['content-type', 'application/json'],
  ['vary', 'trpc-accept, accept'],
  ['cache-control', 'no-store'],
];

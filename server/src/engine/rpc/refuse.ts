/** Refuses a whole request of the RPC door, before any of its calls begins: one error with its status, also where a stream was asked for. */
import { type AnyTRPCRouter, getTRPCErrorShape } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Failure } from '../errors/failure.ts';
import type { Visit } from '../http/door.ts';
import type { Outgoing } from '../http/exchange.ts';
import { jsonHead } from './json-head.ts';
import { noteError } from './note-error.ts';

/** Official clients give the one error to each of a batch's calls. */
export function refuse(error: Failure, visit: Visit, config: AnyTRPCRouter['_def']['_config']): Outgoing {
  noteError(error, undefined, visit, true);
  // Of the context, our error formatter reads the request alone.
  const ctx = { request: visit.request };
  const shape = getTRPCErrorShape({ config, error, type: 'unknown', path: undefined, input: undefined, ctx });
  const body = JSON.stringify({ error: config.transformer.output.serialize(shape) });
  return { status: getHTTPStatusCodeFromError(error), headers: jsonHead, body };
}

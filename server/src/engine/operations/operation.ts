/** One procedure, described once: what both doors, the document and the generators read. */
import type { Code } from '@portico/shared/errors';
import type { $ZodType } from 'zod/v4/core';
import type { Ageing } from '../procedure/ageing.ts';
import type { Context } from '../procedure/context.ts';
import type { Access, Method, RateLimit } from '../procedure/meta.ts';

/** The REST route of an operation. */
export interface RestRoute {
  readonly method: Method;
  /** Under /api, with parameters in braces: `/posts/{id}`. */
  readonly path: string;
  /** Names of the parameters in the path, in order. */
  readonly params: readonly string[];
  readonly status: 200 | 201 | 204;
  /** Template of the new resource's path under /api, filled from the output. */
  readonly location?: string;
}

/** What an operation answers. */
export type Output =
  | { readonly as: 'json'; readonly schema: $ZodType }
  | { readonly as: 'stream'; readonly item: $ZodType; readonly resumable: boolean }
  | { readonly as: 'none'; readonly schema: $ZodType }
  | { readonly as: 'file' | 'text' | 'html' | 'redirect' };

/** What holds for every call of an operation. */
export interface Policy {
  /** Largest body, in bytes. */
  readonly maxBytes: number;
  /** Longest run, in milliseconds. */
  readonly timeoutMs: number;
  readonly setsCookies: boolean;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  readonly limit?: RateLimit;
}

/** What the documentation says. */
export interface Docs {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly ageing: Ageing;
}

/** A procedure as plain data plus one `run`. */
export interface Operation {
  /** `posts.update`; also its RPC path. */
  readonly id: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Absent when the procedure is reached through RPC only. */
  readonly rest?: RestRoute;
  /** Chained inputs already merged; absent when it takes none. */
  readonly input?: $ZodType;
  /** How the body comes: `form` when the input holds a file. */
  readonly body: 'none' | 'json' | 'form';
  readonly output: Output;
  readonly access: Access;
  /** Every code a call may fail with, declared and derived, sorted. */
  readonly errors: readonly Code[];
  readonly policy: Policy;
  readonly docs: Docs;
  /** Its part in handing out tokens to apps. */
  readonly tokens?: 'create' | 'refresh' | 'revoke';
  /** The procedure's own chain: access, limits, parsers, resolver. Rejects on failure. */
  readonly run: (call: Call, ctx: Context) => Promise<unknown>;
}

/** One invocation. */
export interface Call {
  readonly operation: Operation;
  /** Decodes the raw input, lazily and once. */
  readonly input: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

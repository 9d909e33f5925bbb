/** What a procedure declares about itself; plain, so that it costs no types. */
import type { Role } from '@portico/shared/accounts';
import type { Code } from '@portico/shared/errors';
import type { Scope } from '@portico/shared/tokens';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call an operation. Declared and enforced in the same chain by the base procedures. */
export interface Access {
  readonly role: 'anyone' | Role;
  /** What a token must have been made for, all of them. */
  readonly scopes: readonly string[];
  /** True when the caller must have proven who they are a short while ago. */
  readonly recent?: true;
}

/** How many calls one caller may make. */
export interface RateLimit {
  /** Calls allowed within the window. */
  readonly calls: number;
  /** The window, in seconds. */
  readonly seconds: number;
}

/** Metadata of a procedure. */
export interface Meta {
  /** Its REST route under /api, such as `PUT /posts/{id}`; without it the procedure is RPC only. */
  readonly rest?: `${Method} /${string}`;
  /** One line for the documentation. */
  readonly summary?: string;
  /** Markdown for the documentation. */
  readonly description?: string;
  /** Groups in the documentation; the router's name where absent. */
  readonly tags?: readonly string[];
  /** The new resource's path, filled from the output (`/posts/{id}`): answers 201 with `Location`. */
  readonly created?: `/${string}`;
  /** Set by the base procedures. */
  readonly access?: Omit<Access, 'scopes'>;
  /** What a token must have been made for to call it, all of them; a browser's session may do everything. */
  readonly scopes?: readonly Scope[];
  /** Set by `fails`. */
  readonly errors?: readonly Code[];
  /** A limit of its own, beside the general one. */
  readonly limit?: RateLimit;
  /** Largest body, in bytes; 1 MiB where absent. */
  readonly maxBytes?: number;
  /** Longest run, in milliseconds; 30,000 where absent. */
  readonly timeoutMs?: number;
  /** Since when it should not be used any more, such as `2026-10-01`: answered as `Deprecation`. */
  readonly deprecated?: Date | string;
  /** When it stops to answer: answered as `Sunset`. */
  readonly sunset?: Date | string;
  /** Address of the page that says what to use instead of a deprecated operation: answered as a `Link`. */
  readonly deprecationGuide?: string;
  /** True when it sets or clears cookies: refused in a streamed batch, whose headers are already sent. */
  readonly setsCookies?: boolean;
  /** Its part in handing out tokens to apps: generated clients refresh by it. */
  readonly tokens?: 'create' | 'refresh' | 'revoke';
  /**
   * True when it takes an `Idempotency-Key`: a call that comes again under the same key has one effect, and gets the
   * answer of the first. It runs in a transaction, so whatever it does beyond the database is no part of it.
   */
  readonly idempotent?: boolean;
}

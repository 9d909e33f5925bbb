/* Portico 0.1.0. Generated from shared/api/openapi.json by `pnpm generate`; do not edit. */

/** Procedures whose input holds a file: it travels as multipart/form-data. */
export const formProcedures: ReadonlySet<string> = new Set(['files.upload']);

/** Procedures whose answer sets cookies: each travels in a request of its own. */
export const cookieProcedures: ReadonlySet<string> = new Set(['accounts.login', 'accounts.logout', 'accounts.reauthenticate', 'accounts.register', 'connections.begin', 'connections.connect', 'connections.finish', 'connections.return', 'privacy.requestDeletion', 'recovery.useMagicLink']);

/** Procedures that take an `Idempotency-Key`: each travels in a request of its own, under one. */
export const idempotentProcedures: ReadonlySet<string> = new Set(['comments.create', 'posts.create', 'products.create']);

/** Procedures that make, renew and end tokens; empty where the server has none. */
export const tokenProcedures = { create: 'tokens.create', refresh: 'tokens.refresh', revoke: 'tokens.revoke' };

/** How the client calls itself where the platform does not. */
export const userAgent = 'portico-typescript-rpc/0.1.0';

/** The link of those that answer item by item. */
export { httpBatchLink as streamLink } from '@trpc/client';

/** Procedures that answer item by item: they travel in a streamed batch. */
export const streamProcedures: ReadonlySet<string> = new Set();

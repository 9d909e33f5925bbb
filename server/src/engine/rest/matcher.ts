/** Finds the operation that a request addresses. */
import createRouter, { type HTTPMethod } from 'find-my-way';
import { fail } from '../errors/failure.ts';
import type { Incoming } from '../http/exchange.ts';
import { closest } from '../operations/closest.ts';
import type { Operation, RestRoute } from '../operations/operation.ts';

/** An operation with a route. */
export type RestOperation = Operation & { readonly rest: RestRoute };

/** The operation that was found, and what its path parameters say, percent-decoded. */
export interface Match {
  readonly operation: RestOperation;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds operations by method and path. */
export interface Matcher {
  /**
   * HEAD finds the operation of GET. Case counts, and so does a trailing slash: every resource has one address.
   * @throws Failure `not_found`, or `method_not_allowed` with `Allow`
   */
  match(incoming: Pick<Incoming, 'method' | 'path'>): Match;
  /** The methods that a path takes, for `Allow`; empty when there is nothing. */
  allowed(path: string): readonly string[];
}

const prefix = '/api';

/** Longest path parameter, in characters; a longer one finds nothing. */
const maxParamLength = 2000;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export function createMatcher(operations: readonly Operation[]): Matcher {
  const router = createRouter({ maxParamLength });
  for (const operation of operations.filter(hasRoute)) {
    router.on(operation.rest.method, toPattern(operation.rest.path), () => {}, operation);
  }
  const find = (method: HTTPMethod, path: string): Match | undefined => {
    const found = router.find(method, path);
    const params = { ...found?.params } as Record<string, string>;
    // An empty segment is no parameter.
    if (!found || Object.values(params).includes('')) return undefined;
    return { operation: found.store as RestOperation, params };
  };
  const allowed = (path: string): string[] => {
    const found: string[] = methods.filter((method) => find(method, path));
    if (found.includes('GET')) found.push('HEAD');
    return found.length > 0 ? [...found, 'OPTIONS'] : [];
  };
  return {
    allowed,
    match({ method, path }) {
      const match = find((method === 'HEAD' ? 'GET' : method) as HTTPMethod, path);
      if (match) return match;
      const others = allowed(path);
      if (others.length === 0) throw fail('not_found', { detail: noOperation(operations, method, path) });
      throw fail('method_not_allowed', {
        detail: `${method} does not work here; ${others.join(', ')} do`,
        headers: { allow: others.join(', ') },
      });
    },
  };
}

/** In development it says which route was probably meant; in production it says nothing of the API. */
function noOperation(operations: readonly Operation[], method: string, path: string): string {
  const plain = 'No operation has this address';
  if (process.env.NODE_ENV === 'production') return plain;
  const routes = operations.filter(hasRoute).map(({ rest }) => `${rest.method} ${prefix}${rest.path}`);
  const meant = closest(`${method} ${path}`, routes);
  return meant ? `${plain}. Did you mean ${meant}?` : plain;
}

function hasRoute(operation: Operation): operation is RestOperation {
  return operation.rest !== undefined;
}

/**
 * Writes `/posts/{id}` as find-my-way does; a colon of the path itself is doubled. It ends a parameter at a slash
 * alone, so one that ends within a segment (`/posts/{id}:archive`) says what it is made of.
 */
function toPattern(path: string): string {
  return (
    prefix +
    path.replaceAll(':', '::').replaceAll(/\{(\w+)\}(?=(.?))/g, (_, name: string, next: string) => {
      return next === '' || next === '/' ? `:${name}` : `:${name}([^/]+?)`;
    })
  );
}

/** Lists all operations to a developer: name, route and summary in columns. */
import type { Operation } from '../engine/operations/operation.ts';

export function listing(operations: readonly Operation[]): string {
  const rows = operations.map(({ id, rest, docs }) => ({
    id,
    route: rest ? `${rest.method} /api${rest.path}` : 'RPC only',
    summary: docs.summary,
  }));
  const idWidth = Math.max(...rows.map(({ id }) => id.length));
  const routeWidth = Math.max(...rows.map(({ route }) => route.length));
  return rows
    .map(({ id, route, summary }) => `  ${id.padEnd(idWidth)}  ${route.padEnd(routeWidth)}  ${summary}`)
    .join('\n');
}

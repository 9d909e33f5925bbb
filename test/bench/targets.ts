/** What Portico is held to, checked against the figures of one run. */
import type { GrowthFigure } from './figures/growth.ts';
import type { Row } from './report.ts';
import type { Result } from './rounds.ts';
import type { Case, ContenderName } from './subject/cases.ts';

interface Target {
  readonly of: ContenderName;
  readonly against: ContenderName;
  readonly case: Case;
  /** Most CPU time a request, as a multiple of the other's. */
  readonly most: number;
}

const target = (of: ContenderName, which: Case, against: ContenderName, most: number): Target => ({
  of,
  case: which,
  against,
  most,
});

const targets: readonly Target[] = [
  target('portico-rpc', 'small', 'bare', 2),
  target('portico-rpc', 'small', 'fastify-zod-equipped', 1.3),
  target('portico-rpc', 'small', 'trpc-fastify', 1 / 6),
  target('portico-rpc', 'small', 'orpc-rpc', 1 / 2),
  target('portico-rpc', 'list', 'bare', 0.9),
  target('portico-rpc', 'list', 'trpc-fastify', 1 / 7),
  target('portico-rpc', 'list', 'orpc-rpc', 1 / 2),
  target('portico-rest', 'small', 'fastify-zod-equipped', 1.2),
  target('portico-rest', 'small', 'trpc-to-openapi', 1 / 2),
  target('portico-rest', 'small', 'orpc-rest', 1 / 2),
  target('portico-rest', 'list', 'bare', 0.8),
  ...(['trpc-to-openapi', 'orpc-rest', 'hono-zod-openapi', 'fastify-zod', 'elysia'] as const).map((peer) =>
    target('portico-rest', 'list', peer, 1),
  ),
  target('portico-rpc', 'list-postgres', 'bare', 1),
  target('portico-rest', 'list-postgres', 'bare', 1),
];

/** Most that the time of a page may grow with its table, as a multiple of the smallest table's. */
const mostGrowth = 1.3;

/**
 * One row a target. With a database, requests a second are compared; otherwise CPU time a request. The list that grows
 * is compared with itself.
 */
export function checkTargets(results: readonly Result[], growth: readonly GrowthFigure[]): Row[] {
  return [...againstOthers(results), ...againstSmallest(growth)];
}

function againstSmallest([smallest, ...larger]: readonly GrowthFigure[]): Row[] {
  return larger.map(({ rows, ratioToSmallest }) =>
    row({
      of: 'posts.list',
      case: `${rows} rows`,
      against: `${smallest?.rows} rows`,
      most: mostGrowth,
      ratio: ratioToSmallest,
    }),
  );
}

function againstOthers(results: readonly Result[]): Row[] {
  return targets.map(({ of, case: which, against, most }) => {
    const find = (name: ContenderName) =>
      results.find((result) => result.contender === name && result.case === which);
    const [own, other] = [find(of), find(against)];
    const ratio =
      which === 'list-postgres'
        ? (other?.rps ?? 0) / (own?.rps ?? 0)
        : (own?.ratioToBare ?? 0) / (other?.ratioToBare ?? 0);
    return row({ of, case: which, against, most, ratio });
  });
}

interface Check {
  readonly of: string;
  readonly case: string;
  readonly against: string;
  readonly most: number;
  readonly ratio: number;
}

function row({ of, case: which, against, most, ratio }: Check): Row {
  return {
    contender: of,
    case: which,
    against,
    'at most': most.toFixed(2),
    measured: ratio.toFixed(2),
    met: ratio <= most ? 'yes' : 'NO',
  };
}

/** Writes routers of any size, to see what their types cost: the source, and a program that uses a client of it. */

/** Procedures of one router. */
const perRouter = 100;

const server = '../../../../../server/src/engine/procedure/procedure.ts';

/** @param count of procedures, in routers of a hundred */
export function routerSource(count: number): string {
  const routers = Array.from({ length: Math.ceil(count / perRouter) }, (_, index) => {
    const size = Math.min(perRouter, count - index * perRouter);
    const procedures = Array.from({ length: size }, (_, number) => procedureSource(index, number));
    return `  r${index}: router({\n${procedures.join('')}  }),\n`;
  });
  return `import { z } from 'zod';
import { fails, publicProcedure, router } from '${server}';

export const appRouter = router({
${routers.join('')}});
export type AppRouter = typeof appRouter;
`;
}

/** No two have the same types. */
function procedureSource(router: number, number: number): string {
  const own = `r${router}p${number}`;
  const output = `{ id: z.string(), ${own}: z.number(), tags: z.array(z.string()), createdAt: z.date(), owner: z.object({ id: z.string(), ${own}: z.string() }).nullable() }`;
  const value = `{ id: input.id, ${own}: 1, tags: input.tags, createdAt: new Date(), owner: null }`;
  const kind = number % 3 === 0 ? 'mutation' : 'query';
  return `    p${number}: publicProcedure.concat(fails('not_found'))
      .input(z.object({ id: z.uuid(), ${own}: z.int().optional(), tags: z.array(z.string()) }))
      .output(z.object(${output})).${kind}(({ input }) => (${value})),
`;
}

/** @param types the module that exports `AppRouter` */
export function clientSource(types: string): string {
  return `import { createTRPCClient, httpBatchLink } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '${types}';

const client = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '', transformer: superjson })] });
export const made: Promise<{ createdAt: Date }> = client.r0.p1.query({ id: '', tags: [] });
`;
}

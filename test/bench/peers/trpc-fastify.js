/** tRPC's own Fastify adapter with superjson. @see https://trpc.io/docs/server/adapters/fastify */
import { initTRPC } from '@trpc/server';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import fastify from 'fastify';
import postgres from 'postgres';
import superjson from 'superjson';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';
import { agentOf } from './middleware.js';
import { schemas } from './schemas.js';

const { SmallInput, Small, ListInput, List } = schemas;

export async function start(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  const t = initTRPC.context().create({ transformer: superjson });
  const procedure = t.procedure.use(({ ctx, next }) => next({ ctx: { agent: agentOf(ctx.userAgent) } }));
  const router = t.router({
    items: t.router({
      get: procedure
        .input(SmallInput)
        .output(Small)
        .query(({ input }) => findItem(input.id)),
      list: procedure
        .input(ListInput)
        .output(List)
        .query(({ input }) => listItems(input.limit)),
      listStored: procedure
        .input(ListInput)
        .output(List)
        .query(({ input }) => selectItems(sql, input.limit)),
    }),
  });
  const server = fastify({ routerOptions: { maxParamLength: 5000 } });
  const createContext = ({ req }) => ({ userAgent: req.headers['user-agent'] });
  await server.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, createContext } });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server.server.address().port;
}

/** REST for tRPC by trpc-to-openapi, in its Fastify adapter. @see https://github.com/mcampa/trpc-to-openapi */
import { initTRPC } from '@trpc/server';
import fastify from 'fastify';
import postgres from 'postgres';
import { fastifyTRPCOpenApiPlugin } from 'trpc-to-openapi';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';
import { agentOf } from './middleware.js';
import { schemas } from './schemas.js';

const { SmallInput, Small, ListQuery, List } = schemas;

export async function start(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  const t = initTRPC.context().meta().create();
  const procedure = t.procedure.use(({ ctx, next }) => next({ ctx: { agent: agentOf(ctx.userAgent) } }));
  const get = (path) => procedure.meta({ openapi: { method: 'GET', path } });
  const router = t.router({
    get: get('/items/{id}')
      .input(SmallInput)
      .output(Small)
      .query(({ input }) => findItem(input.id)),
    list: get('/items')
      .input(ListQuery)
      .output(List)
      .query(({ input }) => listItems(input.limit)),
    listStored: get('/stored-items')
      .input(ListQuery)
      .output(List)
      .query(({ input }) => selectItems(sql, input.limit)),
  });
  const server = fastify();
  const createContext = ({ req }) => ({ userAgent: req.headers['user-agent'] });
  await server.register(fastifyTRPCOpenApiPlugin, { basePath: '/', router, createContext });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server.server.address().port;
}

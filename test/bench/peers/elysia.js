/** Elysia on Node, which takes Zod schemas as they are. @see https://elysiajs.com/integrations/node */
import { once } from 'node:events';
import { node } from '@elysiajs/node';
import { Elysia } from 'elysia';
import postgres from 'postgres';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';
import { agentOf } from './middleware.js';
import { schemas } from './schemas.js';

const { SmallInput, Small, ListQuery, List } = schemas;

export async function start(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  const list = { query: ListQuery, response: List };
  const started = Promise.withResolvers();
  new Elysia({ adapter: node() })
    .derive(({ request }) => ({ agent: agentOf(request.headers.get('user-agent')) }))
    .get('/items/:id', ({ params }) => findItem(params.id), { params: SmallInput, response: Small })
    .get('/items', ({ query }) => listItems(query.limit), list)
    .get('/stored-items', ({ query }) => selectItems(sql, query.limit), list)
    .listen({ hostname: '127.0.0.1', port: 0 }, started.resolve);
  const { server } = (await started.promise).node;
  if (!server.listening) await once(server, 'listening');
  return server.address().port;
}

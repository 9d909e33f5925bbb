/** Hono with zod-openapi on Node; it leaves the check of answers to the handler. @see https://hono.dev/examples/zod-openapi */
import { createAdaptorServer } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import postgres from 'postgres';
import { findItem, listItems } from '../subject/items.ts';
import { createSchemas } from '../subject/schemas.ts';
import { selectItems } from '../subject/table.ts';
import { listen } from './listen.js';
import { agentOf } from './middleware.js';

const { SmallInput, Small, ListQuery, List } = createSchemas(z);

function get(path, request, schema) {
  const answer = { description: 'It went well', content: { 'application/json': { schema } } };
  return createRoute({ method: 'get', path, request, responses: { 200: answer } });
}

export async function start(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  const app = new OpenAPIHono();
  app.use(async (c, next) => {
    c.set('agent', agentOf(c.req.header('user-agent')));
    await next();
  });
  app.openapi(get('/items/{id}', { params: SmallInput }, Small), (c) =>
    c.json(Small.parse(findItem(c.req.valid('param').id))),
  );
  app.openapi(get('/items', { query: ListQuery }, List), (c) =>
    c.json(List.parse(listItems(c.req.valid('query').limit))),
  );
  app.openapi(get('/stored-items', { query: ListQuery }, List), async (c) =>
    c.json(List.parse(await selectItems(sql, c.req.valid('query').limit))),
  );
  return listen(createAdaptorServer({ fetch: app.fetch }));
}

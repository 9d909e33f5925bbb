/** oRPC on node:http, both of its handlers. @see https://orpc.dev/docs/adapters/http */
import { createServer } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import postgres from 'postgres';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';
import { listen } from './listen.js';
import { agentOf } from './middleware.js';
import { schemas } from './schemas.js';

const { SmallInput, Small, ListQuery, List } = schemas;

export async function start(databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  const procedure = os
    .$context()
    .use(({ context, next }) => next({ context: { agent: agentOf(context.userAgent) } }));
  const router = {
    items: {
      get: procedure
        .route({ method: 'GET', path: '/items/{id}' })
        .input(SmallInput)
        .output(Small)
        .handler(({ input }) => findItem(input.id)),
      list: procedure
        .route({ method: 'GET', path: '/items' })
        .input(ListQuery)
        .output(List)
        .handler(({ input }) => listItems(input.limit)),
      listStored: procedure
        .route({ method: 'GET', path: '/stored-items' })
        .input(ListQuery)
        .output(List)
        .handler(({ input }) => selectItems(sql, input.limit)),
    },
  };
  const rpc = new RPCHandler(router);
  const rest = new OpenAPIHandler(router);
  return listen(
    createServer(async (request, response) => {
      const isRpc = request.url.startsWith('/rpc');
      const context = { userAgent: request.headers['user-agent'] };
      const options = { prefix: isRpc ? '/rpc' : '/api', context };
      const { matched } = await (isRpc ? rpc : rest).handle(request, response, options);
      if (!matched) response.writeHead(404).end();
    }),
  );
}

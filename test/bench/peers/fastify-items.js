/** The items as routes of Fastify with Zod as its validator and serializer. @see https://github.com/turkerdev/fastify-type-provider-zod */
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import postgres from 'postgres';
import { findItem, listItems } from '../subject/items.ts';
import { selectItems } from '../subject/table.ts';
import { agentOf } from './middleware.js';
import { schemas } from './schemas.js';

const { SmallInput, Small, ListQuery, List } = schemas;

export async function addItems(server, databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10 });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.decorateRequest('agent', '');
  server.addHook('onRequest', (request, _reply, done) => {
    request.agent = agentOf(request.headers['user-agent']);
    done();
  });
  server.get('/items/:id', { schema: { params: SmallInput, response: { 200: Small } } }, (request, reply) =>
    reply.send(findItem(request.params.id)),
  );
  const list = { schema: { querystring: ListQuery, response: { 200: List } } };
  server.get('/items', list, (request, reply) => reply.send(listItems(request.query.limit)));
  server.get('/stored-items', list, (request) => selectItems(sql, request.query.limit));
}

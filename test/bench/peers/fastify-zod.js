/** Fastify with Zod, and nothing else. */
import fastify from 'fastify';
import { addItems } from './fastify-items.js';

export async function start(databaseUrl) {
  const server = fastify();
  await addItems(server, databaseUrl);
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server.server.address().port;
}

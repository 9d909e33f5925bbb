/** Listens on a free port of the loopback. */
import { once } from 'node:events';

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<number>}
 */
export async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

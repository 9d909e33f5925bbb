/** Ends a server without failing a request: first say goodbye on every connection, then stop listening. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** How a server ends. */
export interface Drain {
  /** True from the first call of `end`: no longer ready for new work. */
  readonly ending: () => boolean;
  /**
   * Lets clients leave, then closes; whatever still runs at the end of the grace is cut.
   * @param graceSeconds how long all of it may take
   */
  readonly end: (graceSeconds: number) => Promise<void>;
}

/** Milliseconds in which keep-alive clients learn, by `Connection: close`, to go elsewhere. */
const farewell = 1_000;

export function drainable(server: FastifyInstance): Drain {
  let ending = false;
  server.addHook('onSend', async (_request, reply) => {
    if (ending) reply.header('connection', 'close');
  });
  return {
    ending: () => ending,
    async end(graceSeconds) {
      ending = true;
      const cut = setTimeout(() => server.server.closeAllConnections(), graceSeconds * 1000);
      await sleep(Math.min(farewell, graceSeconds * 500));
      await server.close();
      clearTimeout(cut);
    },
  };
}

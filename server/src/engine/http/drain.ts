/** Ends a server without failing a request: stop listening, say goodbye on every connection, then close them. */
import { Server } from 'node:net';
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
      const idle = setTimeout(closeIdle, Math.min(farewell, graceSeconds * 500), server);
      const cut = setTimeout(() => server.server.closeAllConnections(), graceSeconds * 1000);
      await stopListening(server);
      clearTimeout(idle);
      clearTimeout(cut);
      await server.close();
    },
  };
}

/**
 * Refuses new connections and resolves when the last of those that are open has ended. Node's own `close` would cut
 * the idle ones at once, and with them a request that is on its way; a refused connection carries none. It runs right
 * after the loop has accepted what was waiting.
 */
function stopListening({ server }: FastifyInstance): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => Server.prototype.close.call(server, () => resolve()));
  });
}

/** Closes the connections on which nobody asks for anything, and goes on with those that become so. */
function closeIdle({ server }: FastifyInstance): void {
  const sweep = setInterval(() => server.closeIdleConnections(), farewell / 10);
  server.once('close', () => clearInterval(sweep));
  server.closeIdleConnections();
}

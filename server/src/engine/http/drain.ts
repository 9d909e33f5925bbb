/** Ends a server without failing a request: stop listening, say goodbye on every connection, then close them. */
import { Server, type Socket } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import type { HttpServer } from './server.ts';

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

/** Milliseconds without a connection that opens or closes, after which nobody is about to come. */
const quiet = 200;

/** Milliseconds in which a busy machine may catch up with those who wait for a connection. */
const catchUp = 3_000;

/**
 * @param running the answers that are not complete
 * @param endStreams called when nobody can connect any more: those who stream go elsewhere
 */
export function drainable(
  { server, running }: Pick<HttpServer, 'server' | 'running'>,
  endStreams: () => void,
): Drain {
  let ending = false;
  let leaving = false;
  server.server.prependListener('request', (_request, response) => {
    if (leaving) response.setHeader('connection', 'close');
  });
  const leave = () => {
    leaving = true;
    for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close');
    endStreams();
  };
  server.addHook('preClose', async () => leave());
  return {
    ending: () => ending,
    async end(graceSeconds) {
      ending = true;
      const cut = setTimeout(() => server.server.closeAllConnections(), graceSeconds * 1000);
      const closed = await stopListening(server.server, Math.min(catchUp, graceSeconds * 500));
      leave();
      const idle = setTimeout(closeIdle, Math.min(farewell, graceSeconds * 500), server);
      await closed.promise;
      clearTimeout(idle);
      clearTimeout(cut);
      await server.close();
    },
  };
}

/**
 * Refuses new connections; the promise it answers resolves when the last of those that are open has ended. Node's own
 * `close` would cut the idle ones at once, and with them a request that is on its way; a refused connection has none.
 */
async function stopListening(server: Server, longestMs: number): Promise<PromiseWithResolvers<void>> {
  const closed = Promise.withResolvers<void>();
  const held = await acceptWaiting(server, longestMs);
  Server.prototype.close.call(server, () => closed.resolve());
  for (const socket of held) socket.resume();
  return closed;
}

/**
 * Accepts who already waits for a connection: the kernel would cut them. Their requests are held meanwhile, so that
 * nobody gets an answer and comes back; it ends with a look at who waits, after a while in which nobody came or left.
 */
async function acceptWaiting(server: Server, longestMs: number): Promise<readonly Socket[]> {
  const held: Socket[] = [];
  const hold = (socket: Socket) => {
    held.push(socket);
    // The HTTP parser starts the socket in the next tick; only then can it be paused.
    process.nextTick(() => socket.pause());
  };
  server.on('connection', hold);
  const countOpen = promisify(server.getConnections.bind(server));
  const end = performance.now() + longestMs;
  let last = { held: -1, open: -1, at: 0 };
  do {
    await sleep(quiet / 20);
    await turn();
    const open = await countOpen();
    if (held.length !== last.held || open !== last.open)
      last = { held: held.length, open, at: performance.now() };
  } while (performance.now() < Math.min(last.at + quiet, end));
  server.off('connection', hold);
  return held;
}

/** Closes the connections on which nobody asks for anything, and goes on with those that become so. */
function closeIdle({ server }: FastifyInstance): void {
  const sweep = setInterval(() => server.closeIdleConnections(), farewell / 10);
  server.once('close', () => clearInterval(sweep));
  server.closeIdleConnections();
}

/** The cable between the server and its database, which a test can cut and mend. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP connection point in front of another. */
export interface Cable extends AsyncDisposable {
  /** Address of the far end, seen through the cable. */
  url(far: string): Promise<string>;
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export function createCable(): Cable {
  const sockets = new Set<Socket>();
  let target = { host: '127.0.0.1', port: 0 };
  let port = 0;
  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const mend = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address && typeof address === 'object') port = address.port;
  };
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  return {
    async url(far) {
      const url = new URL(far);
      target = { host: url.hostname, port: Number(url.port) };
      await mend();
      url.port = String(port);
      return url.href;
    },
    cut,
    mend,
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut();
    },
  };
}

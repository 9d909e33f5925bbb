/** The cable between a server and its client or its database, which a test can hold, cut and mend. */

import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP connection point in front of another. */
export interface Cable extends AsyncDisposable {
  /** Address of the far end, seen through the cable. */
  url(far: string): Promise<string>;
  /** Stops passing on what the near end sends, or lets it flow again. */
  hold(held: boolean): void;
  /** Ends every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again; does nothing when it is whole. */
  mend(): Promise<void>;
}

export function createCable(): Cable {
  const sockets = new Set<Socket>();
  const nearEnds = new Set<Socket>();
  let isHeld = false;
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
    nearEnds.add(near);
    near.on('data', (data) => far.write(data));
    near.on('end', () => far.end());
    near.on('close', () => nearEnds.delete(near));
    if (isHeld) near.pause();
    far.pipe(near);
  });
  const mend = async () => {
    if (server.listening) return;
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
    hold(held) {
      isHeld = held;
      for (const near of nearEnds) held ? near.pause() : near.resume();
    },
    cut,
    mend,
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut();
    },
  };
}

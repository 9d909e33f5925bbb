/** The connection to Redis; it may be away at any time, so whoever uses it has something else, too. */
import type { RedisClientType } from '@redis/client';
import type { BaseLogger } from 'pino';

/** A connection that looks for its server again by itself. */
export interface Redis {
  readonly client: RedisClientType;
  close(): Promise<void>;
}

/** Milliseconds between two looks at a server that is away. */
const reconnectInterval = 500;

/** Begins to connect; a server that is away is a line in the log, once, and a second one when it is back. */
export async function connectRedis(url: string, log: Pick<BaseLogger, 'info' | 'warn'>): Promise<Redis> {
  const { createClient } = await import('@redis/client');
  const client: RedisClientType = createClient({
    url,
    // Nobody waits for a server that is away.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000,
    socket: { connectTimeout: 2_000, reconnectStrategy: () => reconnectInterval },
  });
  let isAway = false;
  client.on('error', (error: unknown) => {
    if (!isAway) log.warn({ err: error }, 'Redis is away: attempts are counted in the database');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) log.info('Redis is back');
    isAway = false;
  });
  client.connect().catch(() => {
    // What went wrong was told above, and the client tries again until it is closed.
  });
  return {
    client,
    async close() {
      client.destroy();
    },
  };
}

/** The pages of the site that machines read: feed, sitemap, robots. */
import type { FastifyInstance } from 'fastify';
import type { Db } from '../db/connect.ts';
import { feed } from './feed.ts';
import { sitemap } from './sitemap.ts';

/** Copies in between may serve them for five minutes. */
const cacheControl = 'public, max-age=300';

export function machinePages(server: FastifyInstance, db: Db, origin: string): void {
  server.get('/feed.xml', async (_request, reply) =>
    reply
      .header('cache-control', cacheControl)
      .type('application/rss+xml; charset=utf-8')
      .send(await feed(db, origin)),
  );
  server.get('/sitemap.xml', async (_request, reply) =>
    reply
      .header('cache-control', cacheControl)
      .type('application/xml; charset=utf-8')
      .send(await sitemap(db, origin)),
  );
  server.get('/robots.txt', (_request, reply) =>
    reply
      .header('cache-control', cacheControl)
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nAllow: /api/files/\nDisallow: /api/\nDisallow: /rpc/\nDisallow: /me/\nSitemap: ${origin}/sitemap.xml\n`,
      ),
  );
}

/** The web app as static output: hashed assets for a year, pages always fresh, every route the same page. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../errors/failure.ts';
import { type PageHead, writeHead } from './page-head.ts';
import { pathOf, sendProblem } from './problem-reply.ts';

export interface SiteOptions {
  /** The folder that the web app was built into. */
  readonly root: string;
  /** Public origin, for canonical addresses. */
  readonly origin: string;
  /** What a page's head says; null for the app's own, `missing` when there is no such page. */
  readonly head: (path: string) => Promise<PageHead | 'missing' | null>;
}

/** Addresses that are never pages of the site, and those where machines look for what may be there: a page would mislead them. */
const notPages = /^\/(?:api|rpc|health|assets|dev|metrics|\.well-known)(?:\/|$)/;

/** Serves the site for every address that nothing else answers. */
export async function siteRoutes(server: FastifyInstance, site: SiteOptions): Promise<void> {
  if (await isBuilt(site.root)) {
    await server.register(fastifyStatic, {
      root: site.root,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  server.get('/', (request, reply) => sendPage(site, '/', request, reply));
  server.setNotFoundHandler((request, reply) => fallback(site, request, reply));
}

async function isBuilt(root: string): Promise<boolean> {
  return stat(join(root, 'index.html')).then(
    () => true,
    () => false,
  );
}

async function fallback(
  site: SiteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = pathOf(request.url);
  if (notPages.test(path)) return sendProblem(fail('not_found'), request, reply);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const allow = { allow: 'GET, HEAD' };
    return sendProblem(fail('method_not_allowed', { headers: allow }), request, reply);
  }
  return sendPage(site, path, request, reply);
}

async function sendPage(
  site: SiteOptions,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const html = await readFile(join(site.root, 'index.html'), 'utf8').catch(() => null);
  if (html === null) {
    return sendProblem(
      fail('not_found', { detail: 'The site is not built: run pnpm build' }),
      request,
      reply,
    );
  }
  const head = await site.head(path).catch((error: unknown) => {
    request.log.warn({ err: error, path }, 'a page goes out without its own head');
    return null;
  });
  return reply
    .status(head === 'missing' ? 404 : 200)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(head && head !== 'missing' ? writeHead(html, head, new URL(path, site.origin).href) : html);
}

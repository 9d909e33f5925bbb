/** A text that never changes while the server runs: validated, compressed once, on first use. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What to serve. */
export interface Asset {
  /** Media type. */
  readonly type: string;
  /** Value of `Cache-Control`. */
  readonly cacheControl: string;
  /** Value of `Content-Security-Policy`; the site's own where absent. */
  readonly contentSecurityPolicy?: string;
  /** Reads or writes the text; called once. */
  readonly read: () => Promise<string>;
}

interface Prepared {
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

const prepared = new WeakMap<Asset, Promise<Prepared>>();

/** Answers with the asset, compressed where the client takes it; 304 when the client has it. */
export async function sendAsset(
  asset: Asset,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { etag, plain, gzipped } = await prepare(asset);
  reply
    .type(asset.type)
    .header('cache-control', asset.cacheControl)
    .header('etag', etag)
    .header('vary', 'Accept-Encoding');
  if (asset.contentSecurityPolicy) reply.header('content-security-policy', asset.contentSecurityPolicy);
  if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send();
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(gzipped);
}

function prepare(asset: Asset): Promise<Prepared> {
  const known = prepared.get(asset);
  if (known) return known;
  const work = compress(asset);
  prepared.set(asset, work);
  work.catch(() => prepared.delete(asset));
  return work;
}

async function compress(asset: Asset): Promise<Prepared> {
  const plain = Buffer.from(await asset.read());
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  // Weak: the compressed and the plain answer share it.
  return { etag: `W/"${hash}"`, plain, gzipped: await promisify(gzip)(plain) };
}

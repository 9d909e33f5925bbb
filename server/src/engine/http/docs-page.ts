/** The description and its pages, all from this server: /api/openapi.json, /api/docs, /api/docs/errors. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument } from '../openapi/openapi.ts';
import { type Asset, sendAsset } from './docs/asset.ts';
import { errorsPage } from './docs/errors-page.ts';
import { docsPolicy, referencePage } from './docs/reference-page.ts';

const ownAssets = join(import.meta.dirname, 'docs/assets');

/** A cached copy is used only after asking. */
const revalidate = 'no-cache';

/** The address changes with the content, so a copy never grows stale. */
const immutable = 'public, max-age=31536000, immutable';

/** Serves the document, a page to read and try it, and a page that explains every error code. */
export async function docsRoutes(server: FastifyInstance, document: OpenApiDocument): Promise<void> {
  const scalar = await scalarBundle();
  const assets: Readonly<Record<string, Asset>> = {
    '/api/openapi.json': {
      type: 'application/json; charset=utf-8',
      cacheControl: revalidate,
      read: async () => JSON.stringify(document),
    },
    '/api/docs': page(() => referencePage(document.info.title, scalar.path), docsPolicy),
    '/api/docs/errors': page(() => errorsPage(document.info.title)),
    '/api/docs/theme.js': own('theme.js', 'text/javascript; charset=utf-8'),
    '/api/docs/reference.js': own('reference.js', 'text/javascript; charset=utf-8'),
    '/api/docs/errors.css': own('errors.css', 'text/css; charset=utf-8'),
    [scalar.path]: {
      type: 'text/javascript; charset=utf-8',
      cacheControl: immutable,
      read: () => readFile(scalar.file, 'utf8'),
    },
  };
  for (const [path, asset] of Object.entries(assets)) {
    server.get(path, (request, reply) => sendAsset(asset, request, reply));
  }
}

function page(write: () => string, contentSecurityPolicy?: string): Asset {
  return {
    type: 'text/html; charset=utf-8',
    cacheControl: revalidate,
    read: async () => write(),
    ...(contentSecurityPolicy && { contentSecurityPolicy }),
  };
}

function own(name: string, type: string): Asset {
  return { type, cacheControl: revalidate, read: () => readFile(join(ownAssets, name), 'utf8') };
}

/** Scalar's prebuilt page script, under an address that names its version. */
async function scalarBundle(): Promise<{ readonly file: string; readonly path: string }> {
  const entry = createRequire(import.meta.url).resolve('@scalar/api-reference');
  const root = join(dirname(entry), '..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { file: join(root, 'dist/browser/standalone.js'), path: `/api/docs/scalar-${version}.js` };
}

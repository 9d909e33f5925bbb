/** Once a run: the built site, a real PostgreSQL, and a migrated template that every test file clones. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/src/db/embedded.ts';
import { migrate } from '../../server/src/db/migrate.ts';
import { root } from './repository.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the cluster's own database. */
    databaseUrl: string;
  }
}

/** Name of the database that test files clone. */
export const template = 'portico_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildSite();
  const folder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  const cluster = await startEmbedded({ dataDir: folder, durability: 'none' });
  const owner = postgres(cluster.url, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${template}`);
  await owner.end();
  const url = new URL(cluster.url);
  url.pathname = `/${template}`;
  const sql = postgres(url.href, { max: 2, onnotice: () => {} });
  await migrate(sql);
  await sql.end();
  project.provide('databaseUrl', cluster.url);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Builds the site as it ships, unless it is fresh; Vitest's own NODE_ENV would make it a site for developers. */
async function buildSite(): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, [join(root, 'web/build.ts')], { env });
}

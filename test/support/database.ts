/** A database of the test file's own, cloned from the migrated template. */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** Creates the database; disposing it drops it. */
export async function testDatabase(): Promise<AsyncDisposable & { readonly url: string }> {
  const cluster = inject('databaseUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = postgres(cluster, { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name} template portico_template`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await owner.unsafe(`drop database ${name} with (force)`);
      await owner.end();
    },
  };
}

/** `pnpm db:reset`: empties the database, migrates it and fills it with demonstration data. */
import type { Config } from '../../config.ts';
import { migrate } from '../migrate.ts';
import { runCommand } from './command.ts';
import { fillForDemonstration } from './demonstration.ts';

function allow({ environment, databaseUrl }: Config): void {
  if (environment === 'production')
    throw new Error('db:reset deletes everything and does not run in production.');
  if (databaseUrl !== undefined && !process.argv.includes('--force')) {
    throw new Error(
      'db:reset deletes everything in the database of DATABASE_URL: add --force if that is meant.',
    );
  }
}

await runCommand(async (command) => {
  const { sql } = command.database;
  await sql`drop schema if exists drizzle cascade`;
  await sql`drop schema if exists jobs cascade`;
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await migrate(sql);
  return fillForDemonstration(command);
}, allow);

/** `pnpm db:migrate`: brings the schema up to date. */
import { migrate } from '../migrate.ts';
import { runCommand } from './command.ts';

await runCommand(async ({ database }) => {
  await migrate(database.sql);
  return 'The schema is up to date.';
});

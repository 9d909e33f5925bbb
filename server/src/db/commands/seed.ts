/** `pnpm db:seed`: fills an empty database with demonstration data. */
import { hasUsers } from '../../features/accounts/accounts.service.ts';
import { migrate } from '../migrate.ts';
import { runCommand } from './command.ts';
import { fillForDemonstration } from './demonstration.ts';

await runCommand(async (command) => {
  await migrate(command.database.sql);
  if (await hasUsers(command.database.db)) return 'The database has accounts already: nothing was added.';
  return fillForDemonstration(command);
});

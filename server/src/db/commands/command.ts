/** What the database commands share: the configured database, open for as long as the work lasts, and errors in a sentence. */
import { type Config, loadConfig } from '../../config.ts';
import { isUnavailable } from '../../engine/errors/unavailable.ts';
import { createLog } from '../../engine/http/log.ts';
import { type OpenDatabase, openDatabase } from '../open.ts';

/** What a command works with. */
export interface Command {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly log: ReturnType<typeof createLog>;
}

/**
 * Runs a command and prints the sentence that it returns. The embedded database is started when it does not run, and
 * stopped again when nobody else uses it.
 * @param allow throws when the command may not run, before anything is opened
 */
export async function runCommand(
  work: (command: Command) => Promise<string>,
  allow: (config: Config) => void = () => {},
): Promise<void> {
  try {
    const config = loadConfig();
    allow(config);
    const log = createLog(config.logLevel, config.logFormat);
    const database = await openDatabase(config, log);
    try {
      process.stdout.write(`${await work({ config, database, log })}\n`);
    } finally {
      await database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(isUnavailable(error) ? `The database does not answer: ${reason}.\n` : `${reason}\n`);
    process.exitCode = 1;
  }
}

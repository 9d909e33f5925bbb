/** `node contender.ts <name> <database>`: one contender in a process of its own; it tells its port and what it has used. */
import { type ContenderName, contenders } from './subject/cases.ts';

/** What a contender says to the bench. */
export type Report = { readonly port: number } | { readonly cpuMicros: number; readonly rssBytes: number };

interface Program {
  start(databaseUrl: string): Promise<number>;
}

const [name, databaseUrl = ''] = process.argv.slice(2);
const address = new URL(contenders[name as ContenderName].module, import.meta.url);
const program: Program = await import(address.href);

const say = (report: Report): void => void process.send?.(report);

process.on('disconnect', () => process.exit());
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  say({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() });
});
say({ port: await program.start(databaseUrl) });

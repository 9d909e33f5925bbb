/** `pnpm generate`: clients of this API or of another one, and the check that clients in use go on working. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeOwnClients } from './commands/own.ts';
import { packagePrinter, writePackage } from './commands/package.ts';
import { parseDocument } from './document.ts';
import { GeneratorError } from './generator-error.ts';
import { loadDocument } from './load-document.ts';
import { readApi } from './read-api.ts';

const ownDocument = join(import.meta.dirname, '../../shared/api/openapi.json');

const usage = `pnpm generate                                            the description of this API and its clients
pnpm generate --from URL|FILE --lang LANGUAGE --out DIR  a client package for another Portico backend`;

async function main(args: readonly string[]): Promise<void> {
  const { from, lang, out, help } = readArguments(args);
  if (help) return say(usage);
  if (from === undefined && lang === undefined && out === undefined) {
    return writeOwnClients(readApi(parseDocument(await loadDocument(ownDocument))), say);
  }
  if (from === undefined || lang === undefined || out === undefined) {
    throw new GeneratorError(`--from, --lang and --out go together\n${usage}`);
  }
  const printer = packagePrinter(lang);
  say(`Reading ${from}`);
  const api = readApi(parseDocument(await loadDocument(from), from));
  say(`${api.title} ${api.version}: ${api.procedures.length} operations, ${api.models.length} models`);
  await writePackage(api, printer, out, say);
}

function readArguments(args: readonly string[]) {
  const options = {
    from: { type: 'string' },
    lang: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options }).values;
  } catch (error) {
    throw new GeneratorError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof GeneratorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

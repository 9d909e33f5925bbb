/** `pnpm generate`: clients of this API or of another one, and the check that clients in use go on working. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCompatibility } from './commands/check-compat.ts';
import { writeOwnClients } from './commands/own.ts';
import { packagePrinter, writePackage } from './commands/package.ts';
import { parseDocument } from './document.ts';
import { GeneratorError } from './generator-error.ts';
import { loadDocument } from './load-document.ts';
import { readApi } from './read-api.ts';

const ownDocument = join(import.meta.dirname, '../../shared/api/openapi.json');

const usage = `pnpm generate                                            the description of this API and its clients
pnpm generate --from URL|FILE --lang LANGUAGE --out DIR  a client package for another Portico backend
pnpm generate --check-compat [FILE|REVISION]             what changed since then that breaks clients in use`;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  const { from, lang, out, help, 'check-compat': isCheck } = values;
  if (help) return say(usage);
  if (isCheck) {
    const isFine = await checkCompatibility(await ownApi(), positionals[0], say);
    if (!isFine) process.exitCode = 1;
    return;
  }
  if (positionals.length > 0) throw new GeneratorError(`"${positionals[0]}" is one word too many\n${usage}`);
  if (from === undefined && lang === undefined && out === undefined) {
    return writeOwnClients(await ownApi(), say);
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

async function ownApi() {
  return readApi(parseDocument(await loadDocument(ownDocument)));
}

function readArguments(args: readonly string[]) {
  const options = {
    from: { type: 'string' },
    lang: { type: 'string' },
    out: { type: 'string' },
    'check-compat': { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options, allowPositionals: true });
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

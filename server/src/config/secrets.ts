/** Secrets the operator did not set: generated once and kept in the data folder. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const KeptSecrets = z.object({ SESSION_SECRET: z.string().min(32), TOKEN_SECRET: z.string().min(32) });

/** The secrets of an installation: 32 random bytes each, in base64url. */
export type Secrets = z.infer<typeof KeptSecrets>;

/**
 * The secrets of `dataDir/secrets.json` (mode 0600), generated when the file does not exist. Processes that start
 * at once get the same ones.
 */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  return read(file) ?? create(file, dataDir) ?? read(file) ?? fail(file);
}

function read(file: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  return parse(text) ?? fail(file);
}

function parse(text: string): Secrets | undefined {
  try {
    return KeptSecrets.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Writes aside and links into place, so that a reader sees the whole file or none. */
function create(file: string, dataDir: string): Secrets | undefined {
  const secrets = { SESSION_SECRET: generate(), TOKEN_SECRET: generate() };
  const draft = `${file}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return secrets;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const generate = (): string => randomBytes(32).toString('base64url');

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function fail(file: string): never {
  throw new Error(`${file} does not hold two secrets: restore it, or delete it to sign everybody out.`);
}

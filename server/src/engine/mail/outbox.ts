/** Keeps mail in a folder instead of sending it, for development: a file each, the newest alone. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Mail, type OutgoingMail, type Transport } from './mail.ts';

const KeptMail = Mail.extend({ id: z.string(), at: z.coerce.date() });

/** A mail that was not sent. */
export interface KeptMail extends OutgoingMail {
  readonly at: Date;
}

/** A transport that keeps what it is given. */
export interface Outbox extends Transport {
  /** Newest first. */
  list(): Promise<readonly KeptMail[]>;
  /** Undefined when there is no such mail any more. */
  find(id: string): Promise<KeptMail | undefined>;
}

/** Mails that are kept. */
const most = 50;

const fileName = /^\d{13}-[\w-]{1,64}\.json$/;

export function folderOutbox(folder: string): Outbox {
  const names = async (): Promise<string[]> => {
    const found = await readdir(folder).catch(() => []);
    return found
      .filter((name) => fileName.test(name))
      .toSorted()
      .toReversed();
  };
  const list = async () =>
    (await Promise.all((await names()).map((name) => read(join(folder, name))))).flat();
  return {
    async deliver(mail) {
      const at = new Date();
      const name = `${at.getTime()}-${mail.id}.json`;
      const draft = join(folder, `${name}.draft`);
      await mkdir(folder, { recursive: true });
      await writeFile(draft, JSON.stringify({ ...mail, at }, null, 2), { mode: 0o600 });
      await rename(draft, join(folder, name));
      for (const old of (await names()).slice(most)) await rm(join(folder, old), { force: true });
    },
    list,
    find: async (id) => (await list()).find((mail) => mail.id === id),
  };
}

/** None where the file is gone meanwhile, or is not ours. */
async function read(file: string): Promise<KeptMail[]> {
  try {
    return [KeptMail.parse(JSON.parse(await readFile(file, 'utf8')))];
  } catch {
    return [];
  }
}

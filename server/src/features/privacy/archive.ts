import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createSpool } from '../../engine/http/body/spool.ts';
import type { ByteRange } from '../../engine/operations/outputs.ts';
import type { SignedInContext } from '../../engine/procedure/context.ts';
import { readUser } from '../accounts/accounts.service.ts';
import { allEventsOf } from '../audit/audit.service.ts';
import { allCommentsOf } from '../comments/comments.service.ts';
import { listConnections } from '../connections/connections.service.ts';
import { allFilesOf } from '../files/files.service.ts';
import { allPostsOf } from '../posts/posts.service.ts';

/** An archive that is ready to be sent. */
interface Archive {
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of its content. */
  readonly digest: string;
  /** Once. */
  open(range?: ByteRange): Readable;
}

/** Milliseconds after which an archive that nobody opens is let go of. */
const patienceMs = 60_000;

/**
 * Writes the archive to disk, where it has no name any more when this returns: it goes with whoever reads it. So it costs
 * neither memory, however much there is, nor a connection of the database while it is downloaded.
 */
export async function writeArchive(ctx: SignedInContext): Promise<Archive> {
  const spool = createSpool();
  try {
    const path = `${await spool.folder()}/archive.json`;
    const hash = createHash('sha256');
    let size = 0;
    await pipeline(
      archiveOf(ctx),
      async function* (parts: AsyncIterable<string>) {
        for await (const part of parts) {
          const bytes = Buffer.from(part);
          hash.update(bytes);
          size += bytes.length;
          yield bytes;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    const file = await open(path);
    const unopened = setTimeout(() => void file.close().catch(() => {}), patienceMs).unref();
    return {
      size,
      digest: hash.digest('base64url'),
      open(range = { start: 0, end: size - 1 }) {
        clearTimeout(unopened);
        return file.createReadStream({ ...range });
      },
    };
  } finally {
    await spool.remove();
  }
}

/**
 * Everything that is kept about the caller, for them to read, as JSON in parts; what proves who they are is left out. So is
 * what an export itself leaves in the log: the same data give the same file.
 */
async function* archiveOf({ db, devices, factors, user }: SignedInContext): AsyncGenerator<string, void> {
  const { id } = user;
  const head = {
    format: 'portico-account-1',
    account: await readUser(db, id),
    hasSecondFactor: await factors.isRequired(db, id),
    devices: await devices.list(db, id),
    connections: await listConnections(db, id),
  };
  yield JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  yield* list('events', eventsOf(db, id));
  yield* list('posts', allPostsOf(db, id));
  yield* list('comments', allCommentsOf(db, id));
  yield* list('files', allFilesOf(db, id));
  yield '\n}\n';
}

async function* eventsOf(...of: Parameters<typeof allEventsOf>): ReturnType<typeof allEventsOf> {
  for await (const entry of allEventsOf(...of)) if (entry.event !== 'data_exported') yield entry;
}

/** One more property: a list, an item a line. */
async function* list(name: string, items: AsyncIterable<object>): AsyncGenerator<string, void> {
  yield `,\n  "${name}": [`;
  let between = '';
  for await (const item of items) {
    yield `${between}\n    ${JSON.stringify(item)}`;
    between = ',';
  }
  yield between === '' ? ']' : '\n  ]';
}

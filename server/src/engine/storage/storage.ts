/** Where uploaded bytes live: an interface, so that a disk can become an object store. */
import type { Readable } from 'node:stream';
import type { ByteRange } from '../operations/outputs.ts';

/** An object as a listing shows it. */
export interface StoredObject {
  readonly key: string;
  readonly modifiedAt: Date;
}

/** A store of immutable objects by key. Keys are made by us, never taken from a user. */
export interface Storage {
  /** Stores the content under a new key; all or nothing, durable when it resolves. */
  put(key: string, content: Readable | Uint8Array): Promise<void>;
  /** Opens the content, or a stretch of it; the stream fails with ENOENT when the key is unknown. */
  open(key: string, range?: ByteRange): Readable;
  /** Removes the object; no error when it is gone already. */
  remove(key: string): Promise<void>;
  /** Every object, also what an interrupted `put` left behind, in no order. */
  list(): AsyncIterable<StoredObject>;
}

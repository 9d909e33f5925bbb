/** Where somebody who follows a topic stands, as clients carry it: the id of an event. */
import { failField } from '../errors/failure.ts';

/** Everything up to here was told. */
export interface Position {
  /** The transaction. */
  readonly xid: bigint;
  /** The last event of it that was told. */
  readonly id: bigint;
  /** When it happened, in milliseconds. */
  readonly at: number;
}

const form = /^(\d{1,20})\.(\d{1,19})\.(\d{1,14})$/;

const maxXid = 2n ** 64n - 1n;
const maxId = 2n ** 63n - 1n;

export function formatPosition({ xid, id, at }: Position): string {
  return `${xid}.${id}.${at}`;
}

/** @throws a failure of the field `lastEventId` when it is not one of ours */
export function parsePosition(text: string): Position {
  const [, xid = '', id = '', at = ''] = form.exec(text) ?? [];
  const position = { xid: BigInt(xid), id: BigInt(id), at: Number(at) };
  if (xid === '' || position.xid > maxXid || position.id > maxId) {
    throw failField('lastEventId', 'invalid_event_id', 'This id is not one that we gave out');
  }
  return position;
}

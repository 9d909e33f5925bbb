/** Writes twenty rows in three ways; `node serializer-program.ts <rounds> <calls>` answers through IPC. */
import superjson from 'superjson';
import { z } from 'zod';
import { encoderOf } from '../../../server/src/engine/encoding/encoder.ts';
import { median, round } from '../statistics.ts';
import { listItems } from '../subject/items.ts';
import { createSchemas } from '../subject/schemas.ts';

const page = listItems(20);
const { List } = createSchemas(z);
const encoder = encoderOf(List);

const ways: Readonly<Record<string, () => string>> = {
  'superjson.stringify': () => superjson.stringify(page),
  'compiled, superjson': () => encoder.superjson(page),
  'JSON.stringify': () => JSON.stringify(page),
  'compiled, plain JSON': () => encoder.plain(page),
};

/** CPU microseconds of one call. */
function time(write: () => string, calls: number): number {
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) write();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

const [rounds, calls] = process.argv.slice(2).map(Number);
const times = Object.entries(ways).map(([way, write]) => ({ way, write, micros: [] as number[] }));
for (let number = 0; number < (rounds ?? 1); number += 1) {
  for (const { write, micros } of times) micros.push(time(write, calls ?? 1));
}
process.send?.(times.map(({ way, micros }) => ({ way, cpuUs: round(median(micros), 1) })));

/** The whole gallery: one router, and every call that it must answer. */
import { router } from '../../../server/src/engine/procedure/procedure.ts';
import { bodies } from './bodies.ts';
import { outputs } from './outputs.ts';
import { queries } from './queries.ts';
import { names, nestedRooms, nests, rpcOnly } from './routers.ts';
import { type Call, type Room, toRouter } from './specimen.ts';
import { values } from './values.ts';

export const gallery = router({
  bodies: toRouter(bodies),
  values: toRouter(values),
  queries: toRouter(queries),
  outputs: toRouter(outputs),
  names: toRouter(names),
  rpcOnly: toRouter(rpcOnly),
  nests: router(nests),
});

/** Every room, by the path of its router. */
const rooms: Readonly<Record<string, Room>> = {
  bodies,
  values,
  queries,
  outputs,
  names,
  rpcOnly,
  ...nestedRooms,
};

/** Every call, under its procedure's id. */
export const calls: readonly (Call & { readonly id: string; readonly nth: number })[] = Object.entries(
  rooms,
).flatMap(([path, room]) =>
  Object.entries(room).flatMap(([name, specimen]) =>
    specimen.calls.map((call, index) => ({ ...call, id: `${path}.${name}`, nth: index + 1 })),
  ),
);

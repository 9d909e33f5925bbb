/** The whole gallery: one router, and every call that it must answer. */
import { router } from '../../../server/src/engine/procedure/procedure.ts';
import { bodies } from './bodies.ts';
import { outputs } from './outputs.ts';
import { queries } from './queries.ts';
import { names, nestedRooms, nests, rpcOnly } from './routers.ts';
import { type Call, type Room, toRouter } from './specimen.ts';
import { values } from './values.ts';

const rooms = { bodies, values, queries, outputs, names, rpcOnly };

export const gallery = router({
  ...Object.fromEntries(Object.entries(rooms).map(([name, room]) => [name, toRouter(room)])),
  nests: router(nests),
});

/** Every call, under its procedure's id. */
export const calls: readonly (Call & { readonly id: string; readonly nth: number })[] = Object.entries({
  ...rooms,
  ...nestedRooms,
} satisfies Record<string, Room>).flatMap(([path, room]) =>
  Object.entries(room).flatMap(([name, specimen]) =>
    specimen.calls.map((call, index) => ({ ...call, id: `${path}.${name}`, nth: index + 1 })),
  ),
);

/** A router as tRPC's own documentation writes one: it knows nothing of this server. */
import { initTRPC, lazy, TRPCError } from '@trpc/server';
import { z } from 'zod';

interface User {
  id: string;
  name: string;
}

const t = initTRPC.context<{ user: { username: string } | null }>().create();

const isAuthed = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});

const users: User[] = [{ id: '1', name: 'Katt' }];

const posts = t.router({
  list: t.procedure.query(() => [{ title: 'Hello', createdAt: new Date(0) }]),
});

const admin = t.router({
  secret: t.procedure.use(isAuthed).query(({ ctx }) => `${ctx.user.username} has access`),
  broken: t.procedure.query((): string => {
    throw new Error('the database password is hunter2');
  }),
});

export const vanilla = t.router({
  greeting: t.procedure.query(() => 'hello tRPC'),
  userList: t.procedure.query(async () => users),
  userById: t.procedure.input(z.string()).query(({ input }) => {
    const user = users.find(({ id }) => id === input);
    if (!user) throw new TRPCError({ code: 'NOT_FOUND', message: `No user with id '${input}'` });
    return user;
  }),
  userCreate: t.procedure.input(z.object({ name: z.string().min(1) })).mutation(({ input }) => {
    const user: User = { id: String(users.length + 1), ...input };
    users.push(user);
    return user;
  }),
  upload: t.procedure.input(z.instanceof(FormData)).mutation(({ input }) => String(input.get('name'))),
  countdown: t.procedure.input(z.number()).subscription(async function* ({ input }) {
    for (let left = input; left > 0; left -= 1) yield left;
  }),
  numbers: t.procedure.query(async function* () {
    yield 1;
    yield 2;
  }),
  posts,
  admin: lazy(async () => admin),
});

export type Vanilla = typeof vanilla;

/** The same style with a route: `meta` and `output` are all that is added. */
const withMeta = initTRPC.meta<{ rest?: `GET /${string}` | `POST /${string}` }>().create();
const User = z.object({ id: z.string(), name: z.string() });

export const routed = withMeta.router({
  userById: withMeta.procedure
    .meta({ rest: 'GET /users/{id}' })
    .input(z.object({ id: z.string() }))
    .output(User)
    .query(({ input }) => {
      if (input.id !== '1') throw new TRPCError({ code: 'NOT_FOUND', message: 'No such user' });
      return { id: '1', name: 'Katt' };
    }),
  userCreate: withMeta.procedure
    .meta({ rest: 'POST /users' })
    .input(z.object({ name: z.string() }))
    .output(User)
    .mutation(({ input }) => ({ id: '2', ...input })),
  greeting: withMeta.procedure.query(() => 'hello tRPC'),
});

/** One API in two versions, of which the second only adds: what a client of the first must survive. */
import { stream } from '@portico/shared/stream';
import { z } from 'zod';
import { fail } from '../../server/src/engine/errors/failure.ts';
import { fails, publicProcedure, router } from '../../server/src/engine/procedure/procedure.ts';

const Email = z.object({ kind: z.literal('email'), address: z.string() });
const Phone = z.object({ kind: z.literal('phone'), number: z.string() });
const Chat = z.object({ kind: z.literal('chat'), handle: z.string(), verified: z.boolean() });
const Address = z.object({ street: z.string() });

const first = {
  level: z.enum(['low', 'high']),
  contact: z.discriminatedUnion('kind', [Email, Phone]),
  note: z.union([z.int(), z.array(z.string())]),
};
const second = {
  level: z.enum(['low', 'high', 'extreme']),
  contact: z.discriminatedUnion('kind', [Email, Phone, Chat]),
  note: z.union([z.int(), z.array(z.string()), z.object({ text: z.string() })]),
};

/** Of what the second version answers, what JSON says as it is. */
export const person = {
  id: 'ü/1',
  level: 'extreme',
  contact: { kind: 'chat', handle: '@ada', verified: true },
  contacts: [
    { kind: 'email', address: 'a@example.org' },
    { kind: 'chat', handle: '@ada', verified: false },
  ],
  note: { text: 'new' },
  home: { street: 'Main', floor: 3 },
  nick: null,
};

const answered = { ...person, score: 12n, born: new Date('2024-02-29T23:59:59.999Z') };

function shape(parts: typeof first | typeof second, more: z.ZodRawShape, address: z.ZodType) {
  const contact: z.ZodType = parts.contact;
  return z.object({
    id: z.string(),
    level: parts.level,
    contact,
    contacts: z.array(contact),
    note: parts.note,
    home: address,
    nick: z.string().nullable(),
    ...more,
  });
}

/** @param addsMore whether it is the second version */
export function people(addsMore: boolean) {
  const NewAddress = Address.extend({ floor: z.int() });
  const Person = addsMore
    ? shape(second, { score: z.bigint(), born: z.date() }, NewAddress)
    : shape(first, {}, Address);
  const given = { score: z.bigint().optional(), born: z.date().optional() };
  const Given = addsMore ? shape(second, given, NewAddress) : Person;
  const Named = z.object({ id: z.string(), ...(addsMore && { expand: z.array(z.string()).optional() }) });
  const listed = { items: z.array(Person), nextCursor: z.string().nullable() };
  return router({
    people: router({
      get: publicProcedure
        .concat(fails('not_found'))
        .meta({ rest: 'GET /people/{id}', summary: 'Read a person' })
        .input(Named)
        .output(Person)
        .query(({ input: { id } }) => ({ ...answered, id }) as never),
      list: publicProcedure
        .meta({ rest: 'GET /people', summary: 'List people' })
        .input(z.object({ cursor: z.string().optional() }))
        .output(z.object({ ...listed, ...(addsMore && { total: z.int() }) }))
        .query(({ input: { cursor } }) => {
          return { items: [answered], nextCursor: cursor ? null : 'next', total: 2 } as never;
        }),
      replace: publicProcedure
        .concat(addsMore ? fails('not_found', 'conflict') : fails('not_found'))
        .meta({ rest: 'PUT /people/{id}', summary: 'Replace a person' })
        .input(Given)
        .output(Given)
        .mutation(({ input }) => {
          if (addsMore && input.id === 'locked') throw fail('conflict');
          return input;
        }),
      watch: publicProcedure
        .meta({ rest: 'GET /people/watch/{id}', summary: 'Watch a person' })
        .input(z.object({ id: z.string() }))
        .output(stream(Person))
        .query(async function* () {
          yield answered as never;
        }),
    }),
  });
}

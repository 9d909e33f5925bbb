import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../client/generator/ir.ts';
import { nominal } from '../../../client/generator/nominal/nominal.ts';
import type { Declaration, NominalApi } from '../../../client/generator/nominal/nominal-api.ts';
import { answering, galleryApi, ownApi, taking } from './documents.ts';

/** Every name that some reference holds. */
function referredTo(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'kind' in part && part.kind === 'named' && 'name' in part ? [String(part.name)] : [];
  return [...own, ...Object.values(part).flatMap(referredTo)];
}

function declaration(api: NominalApi, name: string): Declaration | undefined {
  return api.declarations.find((declared) => declared.name === name);
}

describe.each([
  ['this API', ownApi],
  ['the gallery', galleryApi],
])('%s', (_, read) => {
  it('has no two types of one name, and none that is not declared', async () => {
    const api = nominal(await read());
    const names = api.declarations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const referred = new Set([
      ...api.declarations.flatMap((declared) => [
        ...('fields' in declared ? [] : []),
        ...referredTo(declared),
      ]),
      ...api.operations.flatMap(({ input, output }) => [
        ...referredTo(output),
        ...(input ? [input.name] : []),
      ]),
    ]);
    expect([...referred].toSorted()).toEqual(names.toSorted());
    expect(names.filter((name) => !/^\p{Lu}[\p{L}\p{N}\p{M}]*$/u.test(name))).toEqual([]);
  });

  it('is the same whenever it is read', async () => {
    expect(nominal(await read())).toEqual(nominal(await read()));
  });

  it('says of every field where it travels', async () => {
    const api = await read();
    for (const { id, route, input } of nominal(api).operations) {
      const path = input?.fields.filter((field) => field.in === 'path').map(({ name }) => name) ?? [];
      expect(path.toSorted(), id).toEqual(route.params.toSorted());
      const elsewhere = input?.fields.filter((field) => field.in !== 'path') ?? [];
      expect(new Set(elsewhere.map((field) => field.in)).size, id).toBeLessThanOrEqual(1);
    }
  });

  it('leaves out what RPC alone serves', async () => {
    const api: Api = await read();
    const served = api.procedures.filter(({ route }) => route).map(({ id }) => id);
    expect(nominal(api).operations.map(({ id }) => id)).toEqual(served);
  });
});

describe('declarations', () => {
  it('what is inline is called after its owner and property', async () => {
    const Post = z.object({ status: z.enum(['draft', 'published']) }).meta({ id: 'NominalPost' });
    const api = nominal(await answering(z.object({ posts: z.array(Post), tags: z.array(z.object({})) })));
    expect(api.declarations.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'object NominalPost',
      'enum NominalPostStatus',
      'object ThingsGetOutput',
      'object ThingsGetOutputTag',
    ]);
  });

  it('a taken name is numbered, a reserved one evaded', async () => {
    const output = z.object({
      a: z.object({ b: z.object({ x: z.int() }) }),
      aB: z.object({ y: z.int() }),
    });
    const api = nominal(await answering(output), { reserved: new Set(['ThingsGetOutput']) });
    expect(api.declarations.map(({ name }) => name)).toEqual([
      'ThingsGetOutputModel',
      'ThingsGetOutputModelA',
      'ThingsGetOutputModelAB',
      'ThingsGetOutputModelAB2',
    ]);
  });

  it('null and absence are told apart', async () => {
    const { operations } = nominal(
      await taking({
        plain: z.string(),
        nullable: z.string().nullable(),
        optional: z.string().optional(),
        nullish: z.date().nullish(),
      }),
    );
    const fields = operations[0]?.input?.fields.map(({ name, required, nullable }) => [
      name,
      required,
      nullable,
    ]);
    expect(fields).toEqual([
      ['plain', true, false],
      ['nullable', true, true],
      ['optional', false, false],
      ['nullish', false, true],
    ]);
  });

  it('a union is told apart by the constants of its objects, whether the document says so or not', async () => {
    const branches = [
      z.object({ type: z.literal('made'), at: z.date() }),
      z.object({ type: z.enum(['gone', 'lost']) }),
    ] as const;
    for (const union of [z.discriminatedUnion('type', branches), z.union(branches)]) {
      const api = nominal(await answering(z.object({ event: union.nullable() })));
      expect(declaration(api, 'ThingsGetOutputEvent')).toMatchObject({
        kind: 'union',
        discriminator: 'type',
        variants: [
          { name: 'Made', values: ['made'], type: { kind: 'named', name: 'ThingsGetOutputEventMade' } },
          { name: 'Gone', values: ['gone', 'lost'], type: { kind: 'named' } },
        ],
      });
      expect(declaration(api, 'ThingsGetOutput')).toMatchObject({
        fields: [{ name: 'event', nullable: true }],
      });
      expect(declaration(api, 'ThingsGetOutputEventMade')).toMatchObject({
        fields: [{ name: 'type', constant: 'made' }, { name: 'at' }],
      });
    }
  });

  it('a union without constants keeps its order', async () => {
    const api = nominal(await answering(z.object({ id: z.union([z.int(), z.string(), z.array(z.date())]) })));
    expect(declaration(api, 'ThingsGetOutputId')).toMatchObject({
      discriminator: null,
      variants: [{ name: 'Integer' }, { name: 'String' }, { name: 'List' }],
    });
  });

  it('a model that has no parts is written where it is used, also in itself', async () => {
    const Tree: z.ZodType = z.array(z.object({ children: z.lazy(() => Tree) })).meta({ id: 'NominalForest' });
    const api = nominal(await answering(z.object({ forest: Tree })));
    expect(api.declarations.map(({ name }) => name)).toEqual(['NominalForestItem', 'ThingsGetOutput']);
    expect(declaration(api, 'NominalForestItem')).toMatchObject({
      fields: [{ type: { kind: 'list', item: { kind: 'named', name: 'NominalForestItem' } } }],
    });
  });

  it('an intersection of objects is one object', async () => {
    const both = z.object({ a: z.date() }).and(z.object({ b: z.bigint() }));
    const api = nominal(await answering(z.object({ both })));
    expect(declaration(api, 'ThingsGetOutputBoth')).toMatchObject({
      fields: [{ type: { name: 'date' } }, { type: { name: 'bigint' } }],
    });
  });

  it('what no type describes is JSON', async () => {
    const api = nominal(await answering(z.object({ a: z.unknown(), b: z.literal(['x', 1]), c: z.null() })));
    expect(declaration(api, 'ThingsGetOutput')).toMatchObject({
      fields: [
        { type: { kind: 'json' } },
        { type: { kind: 'json' } },
        { type: { kind: 'json' }, nullable: true },
      ],
    });
  });

  it('two hundred levels have names that a compiler takes', async () => {
    let deep: z.ZodType = z.object({ leaf: z.int() });
    for (let level = 0; level < 200; level += 1) deep = z.object({ branch: deep });
    const names = nominal(await answering(deep)).declarations.map(({ name }) => name);
    expect(new Set(names).size).toBe(201);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThan(100);
  });
});

describe('operations', () => {
  it('know their route, what they answer and how they page', async () => {
    const { operations } = nominal(await ownApi());
    const operation = (id: string) => operations.find((each) => each.id === id);
    expect(operation('posts.list')).toMatchObject({
      group: ['posts'],
      name: 'list',
      repeatable: true,
      route: { method: 'GET', path: '/posts', body: 'none', status: 200, answer: 'json' },
      paged: {
        cursor: 'cursor',
        items: 'items',
        next: 'nextCursor',
        item: { kind: 'named', name: 'PostSummary' },
      },
    });
    expect(operation('posts.create')).toMatchObject({
      idempotent: true,
      repeatable: true,
      route: { status: 201, body: 'json' },
    });
    expect(operation('posts.delete')).toMatchObject({ repeatable: false, output: null, answer: 'none' });
    expect(operation('files.upload')).toMatchObject({ route: { body: 'form' } });
    expect(operation('files.content')).toMatchObject({ answer: 'file', output: null });
    expect(operation('comments.live')).toMatchObject({ answer: 'stream', stream: 'resumable' });
  });

  it('name codes that the table of errors has', async () => {
    const { errors, operations } = nominal(await ownApi());
    expect(errors).toContainEqual({ code: 'not_found', status: 404, title: 'There is nothing here' });
    const known = errors.map(({ code }) => code);
    expect(
      operations.flatMap((operation) => operation.errors).filter((code) => !known.includes(code)),
    ).toEqual([]);
  });
});

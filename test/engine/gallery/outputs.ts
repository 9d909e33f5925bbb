/** Odd but legal outputs. */
import { Readable } from 'node:stream';
import { form } from '@portico/shared/form';
import { z } from 'zod';
import {
  FileOutput,
  HtmlOutput,
  html,
  text as plainText,
  TextOutput,
} from '../../../server/src/engine/operations/outputs.ts';
import { at, echo, echoes, type Room, specimen } from './specimen.ts';

const instant = new Date('2024-02-29T23:59:59.999Z');

/** A query that answers one value. */
function answering<Output extends z.ZodType>(name: string, output: Output, value: z.input<Output>) {
  return specimen(
    at(`GET /gallery/outputs/${name}`)
      .output(output)
      .query(() => value as never),
    { output: value },
  );
}

const upload = form(
  z.object({
    files: z.array(z.file()),
    cover: z.file().optional(),
    tags: z.array(z.string()),
    sizes: z.array(z.object({ width: z.int(), at: z.date() })).default([]),
    isPublic: z.boolean().default(false),
  }),
);

export const outputs = {
  nothing: specimen(
    at('POST /gallery/outputs/nothing')
      .input(z.object({ a: z.string() }))
      .output(z.void())
      .mutation(() => {}),
    { input: { a: '' }, output: undefined },
  ),
  nothingRead: specimen(
    at('GET /gallery/outputs/nothing')
      .output(z.undefined())
      .query(() => undefined),
    {
      output: undefined,
    },
  ),
  text: answering('text', z.string(), 'plain "text"'),
  number: answering('number', z.number(), -0.5),
  boolean: answering('boolean', z.boolean(), false),
  null: answering('null', z.null(), null),
  date: answering('date', z.date(), instant),
  bigint: answering('bigint', z.bigint(), 2n ** 80n),
  list: answering('list', z.array(z.date()), [instant, instant]),
  emptyList: answering('empty-list', z.array(z.string()), []),
  set: answering('set', z.set(z.date()), new Set([instant])),
  map: answering('map', z.map(z.string(), z.bigint()), new Map([['a', 1n]])),
  record: answering('record', z.record(z.string(), z.array(z.bigint())), { a: [1n], __b: [] }),
  nullable: answering('nullable', z.object({ a: z.date() }).nullable(), null),
  tuple: answering('tuple', z.tuple([z.string(), z.date()]), ['a', instant]),
  anything: answering('anything', z.any(), { a: [1, null, 'b'] }),
  optionalFields: answering('optional-fields', z.object({ a: z.string().optional(), b: z.int() }), { b: 1 }),
  large: answering(
    'large',
    z.array(z.object({ n: z.int(), at: z.date() })),
    Array.from({ length: 2000 }, (_, n) => ({ n, at: new Date(n) })),
  ),
  optional: specimen(
    at('GET /gallery/outputs/optional')
      .output(z.object({ a: z.int() }).nullish())
      .query(() => null),
    { output: null },
  ),
  stripped: specimen(
    at('GET /gallery/outputs/stripped')
      .output(z.object({ kept: z.string(), inner: z.object({ kept: z.int() }) }))
      .query(
        () =>
          ({ kept: 'a', secret: 'b', inner: { kept: 1, secret: 2 } }) as {
            kept: string;
            inner: { kept: number };
          },
      ),
    { output: { kept: 'a', inner: { kept: 1 } } },
  ),
  transformed: specimen(
    at('GET /gallery/outputs/transformed')
      .output(z.object({ a: z.string().transform((text) => text.length) }))
      .query(() => ({ a: 'four' })),
    { output: { a: 4 } },
  ),
  union: echoes(
    at('GET /gallery/outputs/union')
      .input(z.object({ big: z.boolean() }))
      .output(z.object({ big: z.boolean() }))
      .query(echo),
    { big: true },
  ),
  created: specimen(
    at('POST /gallery/made/{shelf}')
      .meta({ created: '/gallery/made/{shelf}/{slug}' })
      .input(z.object({ shelf: z.int(), title: z.string() }))
      .output(z.object({ shelf: z.int(), slug: z.string() }))
      .mutation(({ input: { shelf, title } }) => ({ shelf, slug: title })),
    { input: { shelf: 1, title: 'é/ü ?' }, output: { shelf: 1, slug: 'é/ü ?' } },
  ),
  file: specimen(
    at('GET /gallery/outputs/file')
      .output(FileOutput)
      .query(() => textFile('a text in a file')),
    { output: '/api/gallery/outputs/file' },
  ),
  page: specimen(
    at('GET /gallery/outputs/page')
      .output(HtmlOutput)
      .query(() => html('/api/gallery/outputs/page', '<!doctype html><title>ü</title>')),
    { output: '/api/gallery/outputs/page' },
  ),
  plainText: specimen(
    at('GET /gallery/outputs/{name}.txt')
      .input(z.object({ name: z.string() }))
      .output(TextOutput)
      .query(({ input: { name } }) =>
        plainText(`/api/gallery/outputs/${encodeURIComponent(name)}.txt`, name),
      ),
    { input: { name: 'ü' }, output: '/api/gallery/outputs/%C3%BC.txt' },
  ),
  upload: specimen(
    at('POST /gallery/uploads')
      .input(upload)
      .output(
        z.object({
          names: z.array(z.string()),
          cover: z.string().nullable(),
          tags: z.array(z.string()),
          sizes: z.array(z.object({ width: z.int(), at: z.date() })),
          isPublic: z.boolean(),
        }),
      )
      .mutation(({ input: { files, cover, ...others } }) => ({
        ...others,
        names: files.map(({ name }) => name),
        cover: cover?.name ?? null,
      })),
    {
      input: {
        files: [new File(['a'], 'a.txt'), new File(['b'], 'ü b.txt')],
        cover: new File(['c'], 'cover.png', { type: 'image/png' }),
        tags: ['x', 'y'],
        sizes: [{ width: 1, at: instant }],
        isPublic: true,
      },
      output: {
        names: ['a.txt', 'ü b.txt'],
        cover: 'cover.png',
        tags: ['x', 'y'],
        sizes: [{ width: 1, at: instant }],
        isPublic: true,
      },
    },
    {
      input: { files: [new File([''], 'empty')], tags: ['only'] },
      output: { names: ['empty'], cover: null, tags: ['only'], sizes: [], isPublic: false },
    },
  ),
  optionalUpload: specimen(
    at('POST /gallery/optional-uploads')
      .input(form(z.object({ file: z.file().optional(), note: z.string().default('none') })))
      .output(z.object({ size: z.int().nullable(), note: z.string() }))
      .mutation(({ input: { file, note } }) => ({ size: file?.size ?? null, note })),
    { input: { note: 'a' }, output: { size: null, note: 'a' } },
    { input: { file: new File(['123'], 'f') }, output: { size: 3, note: 'none' } },
  ),
} satisfies Room;

function textFile(text: string): FileOutput {
  const content = Buffer.from(text);
  return {
    kind: 'file',
    url: '/api/gallery/outputs/file',
    type: 'text/plain; charset=utf-8',
    size: content.length,
    name: 'näme.txt',
    disposition: 'attachment',
    etag: 'one',
    cacheControl: 'no-cache',
    open: ({ start, end } = { start: 0, end: content.length - 1 }) =>
      Readable.from([content.subarray(start, end + 1)], { objectMode: false }),
  };
}

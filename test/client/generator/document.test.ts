import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDocument } from '../../../client/generator/document.ts';
import { readApi } from '../../../client/generator/read-api.ts';
import { root } from '../../support/repository.ts';

const own = await readFile(join(root, 'shared/api/openapi.json'), 'utf8');

type Parts = Record<string, unknown>;

/** This API's document, with one procedure and the rest changed. */
function changed(procedure: Parts, document: Parts = {}): string {
  const whole = { ...JSON.parse(own), ...document };
  Object.assign(whole['x-rpc'].procedures['posts.get'], procedure);
  return JSON.stringify(whole);
}

it('a file may begin with a mark of its encoding', () => {
  expect(readApi(parseDocument(`\uFEFF${own}`))).toEqual(readApi(parseDocument(own)));
});

it.each([
  ['no title', changed({}, { info: { version: '1.0.0' } }), 'its title and its version are texts'],
  ['a number for a version', changed({}, { info: { title: 'A', version: 1 } }), 'its version are texts'],
  ['no summary', changed({ summary: undefined }), 'posts.get: what the document says of it is incomplete'],
  ['a number for a route', changed({ rest: 5 }), 'posts.get: what the document says of it is incomplete'],
  ['a broken reference', changed({ output: { $ref: '#/components/schemas/%' } }), 'schemas/%, which is no'],
])('a document with %s is told what it lacks', (_, text, complaint) => {
  expect(() => readApi(parseDocument(text))).toThrow(complaint);
});

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { documentFile, type Results, resultsFile, withTables } from '../bench/document.ts';

test('the tables of docs/performance.md are those of the last whole run; pnpm bench --report writes them', async () => {
  const results = JSON.parse(await readFile(resultsFile, 'utf8')) as Results;
  const text = await readFile(documentFile, 'utf8');
  expect(text).toBe(withTables(text, results));
  expect(text.match(/<!-- figures: /g)).toHaveLength(9);
});

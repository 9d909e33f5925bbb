import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, read, root } from '../support/repository.ts';

const documents = filesOf('*.md', 'docs/**/*.md', '{client,test}/**/*.md');

/** Top-level names: `server/src/app.ts` is a path of ours, `application/json` is none. */
const ours =
  /^(?:server|client|shared|web|test|docs|\.ci)\/[\w./*<>{}-]*$|^(?:\.env\.example|package\.json|[A-Z]+\.md|LICENSE)$/;

/** What a document cites: code spans that read like paths of ours, and links that stay in the repository. */
function citations(text: string): string[] {
  const spans = Array.from(text.matchAll(/`([^`\s]+)`/g), ([, span = '']) => span);
  return spans.filter((span) => ours.test(span));
}

function links(text: string): string[] {
  const targets = Array.from(
    text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g),
    ([, a, b]) => a ?? b ?? '',
  );
  return targets
    .filter((target) => !/^(?:[a-z]+:|#|\/)/.test(target))
    .map((target) => target.replace(/#.*$/, ''));
}

/** A path with a placeholder (`features/<name>/`) is checked up to it. */
function exists(path: string): boolean {
  const [certain = ''] = path.split(/[^/]*[<{*]/, 1);
  return existsSync(join(root, certain));
}

test('there are documents to check', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'CONTRIBUTING.md']));
});

test.each(documents)('every path that %s cites exists', (document) => {
  const missing = citations(read(document)).filter((path) => !exists(path));
  expect(missing).toEqual([]);
});

test.each(documents)('every link of %s leads somewhere', (document) => {
  const missing = links(read(document)).filter(
    (target) => !existsSync(join(root, dirname(document), target)),
  );
  expect(missing).toEqual([]);
});

test('commands that README.md names are scripts', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = Array.from(
    read('README.md').matchAll(/\bpnpm(?:@\d+)? ([a-z][a-z:]*)/g),
    ([, name = '']) => name,
  );
  const builtIn = ['install', 'add', 'exec', 'run', 'dlx'];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
});

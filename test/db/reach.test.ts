import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { binariesIn } from '../../server/src/db/embedded/binaries.ts';
import { reachable } from '../../server/src/db/embedded/reach.ts';

const nobody = { uid: 65534, gid: 65534 };
let folder: string;
let copy: string | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-reach-'));
  mkdirSync(join(folder, 'native', 'bin'), { recursive: true });
  writeFileSync(join(folder, 'native', 'bin', 'postgres'), 'program', { mode: 0o755 });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
});

const programs = () => binariesIn(join(folder, 'native'), `0.0.${process.pid}`);

test('programs of one’s own account stay where they are', () => {
  chmodSync(folder, 0o700);
  expect(reachable(programs(), undefined)).toEqual(programs());
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('programs that the account can reach stay where they are', () => {
    chmodSync(folder, 0o755);
    expect(reachable(programs(), nobody)).toEqual(programs());
  });

  test('others are copied to where everybody can enter and only root can write, whatever the umask', () => {
    chmodSync(folder, 0o700);
    const umask = process.umask(0o077);
    try {
      const found = reachable(programs(), nobody);
      copy = found.root;
      expect(readFileSync(found.postgres, 'utf8')).toBe('program');
      for (const path of [found.postgres, dirname(found.postgres), copy, dirname(copy)]) {
        expect(statSync(path)).toMatchObject({ uid: 0 });
        expect(statSync(path).mode & 0o777, path).toBe(0o755);
      }
      expect(process.umask()).toBe(0o077);
    } finally {
      process.umask(umask);
    }
  });

  test('a copy is made once', () => {
    chmodSync(folder, 0o700);
    copy = reachable(programs(), nobody).root;
    rmSync(join(folder, 'native', 'bin', 'postgres'));
    expect(existsSync(reachable(programs(), nobody).postgres)).toBe(true);
  });
});

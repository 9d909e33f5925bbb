import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Api, Procedure, Type } from '../../../client/generator/ir.ts';
import { python } from '../../../client/generator/python/python.ts';
import { findPythons, pythonEnv } from '../../support/python.ts';
import { ownApi } from '../generator/documents.ts';
import { pythonPackage } from './packages.ts';

const run = promisify(execFile);
const pythons = await findPythons();

/** This API's operations again and again, every other one with an answer of its own, in a hundred groups. */
function large(api: Api, count: number): Api {
  const routed = api.procedures.filter(({ route }) => route);
  const procedures = Array.from({ length: count }, (_, index): Procedure => {
    const original = routed[index % routed.length] as Procedure;
    const id = `group${index % 100}.operation${index}`;
    const output = index % 2 === 0 ? ownAnswer(original.output, index) : original.output;
    const { paged: _paged, ...procedure } = original;
    return { ...procedure, id, name: `Operation${index}`, output };
  });
  return { ...api, procedures };
}

function ownAnswer(type: Type, index: number): Type {
  return { kind: 'object', fields: [{ name: `part${index}`, type, required: true }] };
}

test('three thousand operations are printed in 30 s, and their client is imported without a wait', async () => {
  const api = large(await ownApi(), 3_000);
  const started = performance.now();
  const files = python.files(api);
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(Object.keys(files).filter((path) => path.startsWith('groups/group'))).toHaveLength(100);

  await using made = await pythonPackage(api);
  const program = `
import time
started = time.monotonic()
from portico_client import Client
client = Client("http://127.0.0.1:9")
client.group7.operation7
first = time.monotonic() - started
for group in range(100): getattr(client, f"group{group}")
print(first, time.monotonic() - started)
`;
  for (const { program: interpreter } of pythons) {
    const env = { ...process.env, ...pythonEnv(made.sources) };
    const { stdout } = await run(interpreter, ['-c', program], { env });
    const [first = Number.NaN, all = Number.NaN] = stdout.trim().split(' ').map(Number);
    expect(first).toBeLessThan(10);
    expect(all).toBeLessThan(30);
  }
}, 180_000);

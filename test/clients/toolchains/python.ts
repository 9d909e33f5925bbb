/** The Python client's program needs a Python and nothing else. */
import { join } from 'node:path';
import { findPythons, packageFolder, pythonEnv } from '../../support/python.ts';
import type { Absent, Toolchain } from '../toolchain.ts';

/** Takes the oldest that is there: what runs on it runs on newer ones. */
export async function prepare(): Promise<Toolchain | Absent> {
  const [python] = await findPythons();
  if (!python) return { absent: 'no Python from 3.9' };
  return {
    command: [python.program, join(import.meta.dirname, '../python/scenario.py')],
    env: pythonEnv(join(packageFolder, 'src')),
  };
}

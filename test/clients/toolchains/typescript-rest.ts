/** Node runs TypeScript as it is. */
import { join } from 'node:path';
import type { Toolchain } from '../toolchain.ts';

export async function prepare(): Promise<Toolchain> {
  return { command: [process.execPath, join(import.meta.dirname, '../typescript-rest/main.ts')] };
}

/** `pnpm generate`: the generated part of every client of this API. */
import { join, relative } from 'node:path';
import type { Api } from '../ir.ts';
import { printers } from '../printers.ts';
import { fillFolder } from '../write-files.ts';

/** Where the packages lie. */
export const packages = join(import.meta.dirname, '../..');

/** Prints everything before it writes anything. */
export async function writeOwnClients(api: Api, say: (line: string) => void): Promise<void> {
  const printed = printers.map((printer) => ({
    folder: join(packages, printer.package, printer.generated),
    files: printer.files(api),
  }));
  for (const { folder, files } of printed) {
    for (const path of await fillFolder(folder, files)) say(`wrote ${relative(join(packages, '..'), path)}`);
  }
}

/** Every language that clients are generated in. */
import type { Printer } from './printer.ts';
import { typescript } from './typescript/typescript.ts';

/** In the order in which `pnpm generate` writes them. */
export const printers: readonly Printer[] = [typescript];

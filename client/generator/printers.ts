/** Every language that clients are generated in. */
import { kotlin } from './kotlin/kotlin.ts';
import type { Printer } from './printer.ts';
import { python } from './python/python.ts';
import { swift } from './swift/swift.ts';
import { typescriptRest } from './typescript/rest/rest.ts';
import { typescript } from './typescript/typescript.ts';

/** In the order in which `pnpm generate` writes them. */
export const printers: readonly Printer[] = [typescript, typescriptRest, python, kotlin, swift];

/** The TypeScript client's generated files. */
import type { Api } from '../ir.ts';
import { printExceptions } from './exceptions.ts';
import { printRouter } from './router.ts';

/** @returns file texts by path under client/src/generated */
export function printTypeScript(api: Api): Readonly<Record<string, string>> {
  return { 'router.ts': printRouter(api), 'exceptions.ts': printExceptions(api) };
}

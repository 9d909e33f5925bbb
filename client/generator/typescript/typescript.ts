/** The TypeScript RPC client's generated files. */
import type { Api } from '../ir.ts';
import type { Printer } from '../printer.ts';
import { printExceptions } from './exceptions.ts';
import { printRouter } from './router.ts';

export const typescript: Printer = {
  language: 'typescript-rpc',
  package: '.',
  generated: 'src/generated',
  files: (api: Api) => ({ 'router.ts': printRouter(api), 'exceptions.ts': printExceptions(api) }),
};

/** The TypeScript RPC client's generated files. */
import type { Api } from '../ir.ts';
import type { Printer } from '../printer.ts';
import { printExceptions } from './exceptions.ts';
import { withTypeNames } from './names.ts';
import { printRouter } from './router.ts';

export const typescript: Printer = {
  language: 'typescript-rpc',
  package: '.',
  generated: 'src/generated',
  files(api: Api) {
    const named = withTypeNames(api);
    return { 'router.ts': printRouter(named), 'exceptions.ts': printExceptions(named) };
  },
};

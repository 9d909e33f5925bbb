import { relative } from 'node:path';
import { defineConfig } from 'drizzle-kit';

/** drizzle-kit makes CommonJS of this file, which has no `dirname`; it runs in this folder. */
const here = relative(process.cwd(), import.meta.dirname ?? process.cwd()) || '.';

export default defineConfig({
  dialect: 'postgresql',
  schema: `${here}/src/**/*.table.ts`,
  out: `${here}/migrations`,
});

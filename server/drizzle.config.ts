import { relative } from 'node:path';
import { defineConfig } from 'drizzle-kit';

const here = relative(process.cwd(), import.meta.dirname) || '.';

export default defineConfig({
  dialect: 'postgresql',
  schema: `${here}/src/**/*.table.ts`,
  out: `${here}/migrations`,
});

/** The head of every generated file. */
import type { Api } from '../ir.ts';

/** @returns a comment that says where the file comes from */
export function header({ title, version }: Api): string {
  const name = `${title} ${version}`.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/');
  return `/* ${name}. Generated from shared/api/openapi.json by \`pnpm generate\`; do not edit. */`;
}

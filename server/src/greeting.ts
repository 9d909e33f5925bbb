/** What a person reads when the server has started. */
import type { AdminLogin } from './administrator.ts';

/**
 * @param origin of the site
 * @param login the generated admin, on the first start alone
 */
export function greeting(origin: string, login: AdminLogin | null): string {
  const lines = [
    ['Site', origin],
    ['API docs', `${origin}/api/docs`],
    ['OpenAPI', `${origin}/api/openapi.json`],
    ['RPC', `${origin}/rpc`],
  ];
  if (login) lines.push(['Admin', `${login.username} / ${login.password} (shown this once)`]);
  return `\n  Portico is up.\n\n${lines.map(([name, text]) => `  ${name?.padEnd(9)}${text}`).join('\n')}\n\n`;
}

/** What a person reads when the server has started. */
import type { AddressInfo } from 'node:net';
import type { AdminLogin } from './prepare-data.ts';

/** @param login the generated admin, on the first start alone */
export function greeting(addresses: readonly (AddressInfo | string)[], login: AdminLogin | null): string {
  const site = siteAddress(addresses);
  const lines = [
    ['Site', site],
    ['API docs', `${site}/api/docs`],
    ['OpenAPI', `${site}/api/openapi.json`],
    ['RPC', `${site}/rpc`],
  ];
  if (login) lines.push(['Admin', `${login.username} / ${login.password} (shown this once)`]);
  return `\n  Portico is up.\n\n${lines.map(([name, text]) => `  ${name?.padEnd(9)}${text}`).join('\n')}\n\n`;
}

const anywhere = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

function siteAddress([first]: readonly (AddressInfo | string)[]): string {
  if (typeof first !== 'object') return first ?? '';
  return `http://${anywhere.has(first.address) ? 'localhost' : first.address}:${first.port}`;
}

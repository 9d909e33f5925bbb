/** Of accounts and tokens. */
import type { Fact } from '../facts.ts';
import { calls, isSuccess, must, statuses } from './evidence.ts';

const createToken = { rpc: 'tokens.create', rest: 'POST /tokens' };
const refreshToken = { rpc: 'tokens.refresh', rest: 'POST /tokens/refresh' };
const me = { rpc: 'accounts.me', rest: 'GET /me' };

export const onSessions = {
  register: async ({ label, sql }) => {
    const found = await sql`select 1 from users where username = ${label}`;
    must(found.length === 1, `there is no user ${label}`);
  },
  'log-in': (evidence) => {
    const { exchanges } = evidence;
    const rpc = exchanges.filter(({ path }) => path.startsWith('/rpc/'));
    // Through RPC a file's address is answered, and whatever the program likes reads it.
    const sent = rpc.length > 0 ? rpc : exchanges;
    const agents = new Set(sent.map(({ headers }) => String(headers['user-agent'])));
    const nameless = [...agents].filter((agent) => !/^portico-[\w-]+\/\d+\.\d+\.\d+/.test(agent));
    must(nameless.length === 0, `the client does not say its name and version: ${nameless}`);
    must(calls(evidence, 'plain', createToken).some(isSuccess), 'no token was asked for');
  },
  'refresh-once': (evidence) => {
    const asked = calls(evidence, 'expired-token', me);
    must(
      asked.some(({ status }) => status === 401),
      `no call met the expired token: ${statuses(asked)}`,
    );
    must(asked.some(isSuccess), `no call went well afterwards: ${statuses(asked)}`);
    const refreshes = calls(evidence, 'expired-token', refreshToken);
    must(statuses(refreshes) === '200', `the refreshes were answered ${statuses(refreshes) || 'never'}`);
  },
} satisfies Record<string, Fact>;

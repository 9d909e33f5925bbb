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

/** The token that a client comes with has expired: the server refuses it, and takes the one of a refresh. */
import type { Visit } from '../visit.ts';

export async function expiredToken(visit: Visit): Promise<void> {
  const { authorization } = visit.exchange.headers;
  const isExpired =
    typeof authorization === 'string' && visit.first('token', authorization) === authorization;
  // The server itself answers what it answers to a token it does not take.
  const changes = isExpired ? { authorization: `${authorization.slice(0, -6)}AAAAAA` } : {};
  await visit.relay(await visit.forward(changes));
}

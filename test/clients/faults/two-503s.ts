/** An overloaded server: the first two requests of each method and path do not reach it. */
import type { Visit } from '../visit.ts';

const problem = JSON.stringify({
  type: '/api/docs/errors#unavailable',
  title: 'The service is not available right now',
  status: 503,
  detail: 'The service is not available right now',
  instance: '/',
  code: 'unavailable',
  requestId: 'of-the-proxy',
});

export async function two503s(visit: Visit): Promise<void> {
  const { method, path } = visit.exchange;
  if (visit.count(`${method} ${path}`) > 2) return visit.relay(await visit.forward());
  visit.answer(503, { 'content-type': 'application/problem+json', 'retry-after': '0' }, problem);
}

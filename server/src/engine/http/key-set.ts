/** The keys that verify access tokens, at /.well-known/jwks.json. @see https://www.rfc-editor.org/rfc/rfc7517 */
import type { FastifyInstance } from 'fastify';
import type { KeyRing } from '../auth/key-ring.ts';

/** Less than the hour that a key is published before it signs. */
const cacheControl = 'public, max-age=600';

export function keySetRoute(server: FastifyInstance, keys: Pick<KeyRing, 'keySet'>): void {
  server.get('/.well-known/jwks.json', async (_request, reply) =>
    reply
      .header('cache-control', cacheControl)
      .type('application/jwk-set+json')
      .serializer(JSON.stringify)
      .send(await keys.keySet()),
  );
}

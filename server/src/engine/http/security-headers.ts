/** Headers that every answer carries. */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify from 'fastify';

const year = 365 * 24 * 60 * 60;

/** @param https whether the public origin is https: only then may a browser be told to insist on it */
function helmetOptions(https: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https && { maxAge: year, includeSubDomains: true },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
    xXssProtection: false,
  };
}

/** What the probe's answer says of itself. */
const perAnswer = new Set(['content-length', 'date', 'connection']);

/**
 * What helmet writes, asked once of a server that nobody else reaches: they are the same for every answer, and putting
 * them together again each time costs more than a whole call.
 * @see https://owasp.org/www-project-secure-headers/
 */
export async function securityHeaders(https: boolean): Promise<Readonly<Record<string, string>>> {
  await using probe = fastify();
  await probe.register(helmet, helmetOptions(https));
  probe.get('/', (_request, reply) => reply.send());
  const { headers } = await probe.inject('/');
  const own = Object.entries(headers).filter(([name]) => !perAnswer.has(name));
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}

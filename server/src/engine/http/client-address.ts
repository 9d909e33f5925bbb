/** Who the client is, when proxies that are trusted say so. */
import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import { plainAddress } from './network.ts';

/** Which proxies are believed: all, that many in a row, or those with these addresses. */
export type TrustProxy = boolean | number | readonly string[];

/** Whether an address is believed, so many hops away from this server. */
export type Trust = (address: string, hop: number) => boolean;

export function trustFunction(trustProxy: TrustProxy): Trust {
  if (typeof trustProxy === 'boolean') return () => trustProxy;
  if (typeof trustProxy === 'number') return (_address, hop) => hop < trustProxy;
  return proxyAddress.compile([...trustProxy]);
}

/** @returns a function that reads a request's address, seen through trusted proxies only */
export function clientAddress(trustProxy: TrustProxy): (request: IncomingMessage) => string {
  if (trustProxy === false) return ({ socket }) => plainAddress(socket.remoteAddress ?? '');
  const trust = trustFunction(trustProxy);
  return (request) => plainAddress(proxyAddress(request, trust) ?? '');
}

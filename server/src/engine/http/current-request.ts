/** The request that the running code serves, where no argument carries it: errors that tRPC makes itself. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestInfo } from './exchange.ts';

export const currentRequest = new AsyncLocalStorage<RequestInfo>();

/** What every call of a request shares: its context, made once and only when somebody asks. */
import type { Config } from '../config.ts';
import type { OpenDatabase } from '../db/open.ts';
import { transaction } from '../db/transaction.ts';
import { assertNoTokenInQuery } from '../engine/auth/bearer.ts';
import type { Arrival } from '../engine/http/arrival.ts';
import type { Visit } from '../engine/http/door.ts';
import type { ResponseHead } from '../engine/http/exchange.ts';
import { requestInfo } from '../engine/http/visit.ts';
import type { Context } from '../engine/procedure/context.ts';
import { memoryLimits } from '../engine/procedure/limits.ts';
import type { Storage } from '../engine/storage/storage.ts';

interface VisitDependencies {
  readonly config: Config;
  readonly database: Pick<OpenDatabase, 'db'>;
  readonly storage: Storage;
}

/** Prepares what every visit shares, and gives each its own context. */
export function createVisit(
  { config, database, storage }: VisitDependencies,
  shared: Omit<
    Context,
    'db' | 'transaction' | 'storage' | 'limits' | 'user' | 'request' | 'response' | 'log'
  >,
) {
  const limits = memoryLimits(config.rateLimit);
  const { db } = database;
  const inTransaction: Context['transaction'] = (work) => transaction(db, work);
  return (incoming: Arrival, response: ResponseHead): Visit => {
    const request = requestInfo(incoming, config.publicOrigin);
    const authenticated = async (): Promise<Context> => {
      assertNoTokenInQuery(incoming.url);
      const { log, headers } = incoming;
      const isVisitor = headers.cookie === undefined && headers.authorization === undefined;
      const user = isVisitor ? null : await shared.auth.authenticate(headers, response);
      return { ...shared, db, transaction: inTransaction, storage, limits, user, request, response, log };
    };
    let context: Promise<Context> | undefined;
    return {
      request,
      response,
      log: incoming.log,
      context: () => {
        context ??= authenticated();
        return context;
      },
    };
  };
}
